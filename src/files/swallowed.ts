import type { Dialect } from './dialect.ts'
import { parseText } from './parseText.ts'

/**
 * A quote that is never closed can end at a quote of a later record and swallow what lies between. `record` is the
 * source of one that holds a stray quote; true when the lines after its first one are, by themselves, clean records
 * of the table's width. Lines of a text with careless quotes in it are not: its own closing quote is left over.
 */
export function swallowsRecords(record: string, dialect: Dialect, width: number): boolean {
  const second = record.indexOf(dialect.newline) + 1
  if (width < 2 || second === 0 || second === record.length) return false
  const lines = record.slice(second)
  let end = 0
  let dirty = 0
  const { quote } = dialect
  const isClean = (cell: string): boolean =>
    quote === null ||
    !cell.includes(quote) ||
    lines.includes(quote + cell.replaceAll(quote, quote + quote) + quote)
  parseText(
    lines,
    dialect,
    (cells, recordEnd) => {
      if (cells.length !== width || !cells.every(isClean)) dirty++
      end = recordEnd
    },
    () => true,
  )
  return dirty === 0 && end === lines.length
}
