export const EXPORT_DELIMITERS = [',', ';', '\t', '|'] as const

export type ExportDelimiter = (typeof EXPORT_DELIMITERS)[number]

/** How rows are written to a file. `delimiter` and `guard` say something of CSV only. */
export interface ExportFormat {
  kind: 'csv' | 'json-lines'
  delimiter: ExportDelimiter
  /** Both with a byte-order mark in CSV, which spreadsheets need; JSON Lines is UTF-8 without one. */
  encoding: 'utf-8' | 'utf-16le'
  /** An apostrophe goes before what a spreadsheet would run as a formula. */
  guard: boolean
}

/** Opens in any spreadsheet, and runs nothing there. */
export const PLAIN_CSV: ExportFormat = { kind: 'csv', delimiter: ',', encoding: 'utf-8', guard: true }

/** CSV in the delimiter of the file that was read, when it is one of those offered. */
export function csvLike(delimiter: string | null): ExportFormat {
  return { ...PLAIN_CSV, delimiter: EXPORT_DELIMITERS.find((offered) => offered === delimiter) ?? ',' }
}
