const FORMULA_START = /^[=+\-@\t\r]/
/** `-`, `-5`, `+3.5`, `-1,200.50`, `+49 30 123`, `-12 %`, `-1e-5`: a spreadsheet has nothing to run in these. */
const HARMLESS = /^[+-]$|^[+-][\d.,'\u00A0\u202F ]*\d[\d.,'\u00A0\u202F ]*(?:e[+-]?\d+)?\s?%?$/i

/**
 * True when a spreadsheet would run the cell as a formula (CWE-1236).
 * @internal Tests count with it what the guard has to find.
 */
export function isFormula(cell: string): boolean {
  return FORMULA_START.test(cell) && !HARMLESS.test(cell)
}

/** The cells of a record as text for spreadsheets, and how many of them would have been run. */
export interface Guarded {
  cells: readonly string[]
  formulas: number
}

/**
 * Puts an apostrophe before every formula: spreadsheets run nothing after it. In a record that has a formula the
 * apostrophes that stood before one already are doubled in the same way, so that `unguard` gives back exactly what was
 * there. A record without a formula stays as it is.
 */
export function guard(cells: readonly string[]): Guarded {
  const formulas = cells.reduce((count, cell) => count + Number(isFormula(cell)), 0)
  if (formulas === 0) return { cells, formulas }
  return { cells: cells.map((cell) => (isFormula(bare(cell)) ? `'${cell}` : cell)), formulas }
}

/** The cells of a record that `guard` changed, as they were. */
export function unguard(cells: readonly string[]): string[] {
  return cells.map((cell) => (cell.startsWith("'") && isFormula(bare(cell)) ? cell.slice(1) : cell))
}

/** Without the apostrophes at its start. */
function bare(cell: string): string {
  return cell.startsWith("'") ? cell.replace(/^'+/, '') : cell
}
