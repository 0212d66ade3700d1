const FORMULA_START = /^[=+\-@\t\r]/
/** `-`, `-5`, `+3.5`, `-1,200.50`, `+49 30 123`, `-12 %`, `-1e-5`: a spreadsheet has nothing to run in these. */
const HARMLESS = /^[+-]$|^[+-][\d.,'\u00A0\u202F ]*\d[\d.,'\u00A0\u202F ]*(?:e[+-]?\d+)?\s?%?$/i

/** True when a spreadsheet would run the cell as a formula (CWE-1236). */
export function isFormula(cell: string): boolean {
  return FORMULA_START.test(cell) && !HARMLESS.test(cell)
}

/** The cell as text for spreadsheets: they hide a leading apostrophe and run nothing after it. */
export function neutralise(cell: string): string {
  return `'${cell}`
}
