import type { Dialect } from '../layout/dialect.ts'
import { parseText } from './parseText.ts'

/** The cells of records read back from the bytes that `readRecords` named; `text` holds them without a gap. */
export function recordsOf(text: string, dialect: Dialect): string[][] {
  const records: string[][] = []
  const closed = text.endsWith(dialect.newline) ? text : text + dialect.newline
  parseText(closed, dialect, (cells) => records.push(cells))
  return records
}
