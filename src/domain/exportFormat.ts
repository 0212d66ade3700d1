export const EXPORT_DELIMITERS = [',', ';', '\t', '|'] as const

export type ExportDelimiter = (typeof EXPORT_DELIMITERS)[number]

/** How rows are written to a file. What follows `kind` is about CSV only: JSON Lines are UTF-8 and run nowhere. */
export interface ExportFormat {
  kind: 'csv' | 'json-lines'
  delimiter: ExportDelimiter
  /** With a byte-order mark, without which spreadsheets take it for something else. */
  encoding: 'utf-8' | 'utf-16le'
  /** An apostrophe goes before what a spreadsheet would run as a formula. */
  guard: boolean
}

/**
 * Opens in any spreadsheet, and runs nothing there.
 * @internal Tests write files in it; the product begins with `csvLike`.
 */
export const PLAIN_CSV: ExportFormat = { kind: 'csv', delimiter: ',', encoding: 'utf-8', guard: true }

/** CSV in the delimiter of the file that was read, when it is one of those offered. */
export function csvLike(delimiter: string | null): ExportFormat {
  return { ...PLAIN_CSV, delimiter: EXPORT_DELIMITERS.find((offered) => offered === delimiter) ?? ',' }
}
