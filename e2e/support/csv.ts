import Papa from 'papaparse'

/** A file as a test makes it; `body` is text or the bytes themselves. */
export interface TestFile {
  name: string
  body: string | Uint8Array
}

/** A row of a parsed download by the names of its columns. */
export type Cells = Readonly<Record<string, string>>

export interface ParsedCsv {
  columns: string[]
  rows: Cells[]
  /** Every record as it is, the header first; for columns with one name. */
  records: string[][]
}

export const BYTE_ORDER_MARK = '\uFEFF'

/** Cells as CSV, quoted where they must be. */
export function toCsv(records: readonly (readonly string[])[], delimiter = ',', newline = '\n'): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  return records.map((cells) => cells.map(quoted).join(delimiter) + newline).join('')
}

/** What a download holds. Throws when it is no flawless CSV with a byte-order mark. */
export function parseCsv(text: string): ParsedCsv {
  if (!text.startsWith(BYTE_ORDER_MARK)) throw new Error('the file does not start with a byte-order mark')
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
  const [columns = [], ...records] = data
  const uneven = records.findIndex(({ length }) => length !== columns.length)
  if (errors.length > 0 || uneven >= 0) {
    throw new Error(`not a table: ${JSON.stringify(errors)}, first uneven record ${uneven}`)
  }
  const rows = records.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])))
  return { columns, rows, records: data }
}

/** UTF-16 with a byte-order mark, as app stores export it. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(BYTE_ORDER_MARK + text, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}
