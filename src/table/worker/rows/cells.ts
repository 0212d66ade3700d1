/** Cells beyond the header's that are columns of their own; a row with more keeps the rest in its last one. */
export const UNNAMED = 64

/** Columns of a table whose header has `header` cells and whose longest row has `longest`. */
export function tableWidth(header: number, longest: number): number {
  return Math.min(Math.max(header, longest), header + UNNAMED)
}

/** Exactly `width` cells: a short row is filled with empty ones, what is too many stays joined in the last. */
export function fitCells(cells: readonly string[], width: number, delimiter: string): string[] {
  if (cells.length > width) return [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)]
  return [...cells, ...Array<string>(width - cells.length).fill('')]
}
