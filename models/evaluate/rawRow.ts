/** A row as it stands in the file. */
export interface RawRow {
  /** In a table as spreadsheets number its rows, in JSON its line; the file's first is 1. */
  line: number
  /** Null when the row could not be read. */
  text: string | null
  label: string
  /** 2 or 3 where the row says so. */
  classes: 2 | 3 | null
  source: string | null
  domain: string | null
}

/** Names given on the command line; null where the usual ones are looked for. */
export interface Columns {
  text: string | null
  /** False where labels are not looked at. */
  label: string | null | false
}

export function readClasses(value: unknown): RawRow['classes'] {
  const number = Number(value)
  return number === 2 || number === 3 ? number : null
}
