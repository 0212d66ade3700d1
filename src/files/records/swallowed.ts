import type { Dialect } from '../layout/dialect.ts'
import { parseText, unclosedQuote } from './parseText.ts'

/** Lines with a quote too few that one swallowed record may hold. */
const MOST_OPEN = 8

/**
 * A quote that is never closed can end at a quote of a later record and swallow what lies between. `record` is the
 * source of one that holds a stray quote; true when the lines after its first one are, by themselves, clean records
 * of the table's width, but for some that open a quote themselves. Lines of a text with careless quotes in it are
 * not: its own closing quote is left over.
 */
export function swallowsRecords(record: string, dialect: Dialect, width: number): boolean {
  const second = record.indexOf(dialect.newline) + 1
  if (width < 2 || second === 0 || second === record.length) return false
  const lines = record.slice(second)
  let clean = 0
  let at = 0
  for (let open = 0; at < lines.length; open++) {
    const found = cleanRecords(lines, at, dialect, width)
    if (found === null || open > MOST_OPEN) return false
    clean += found.count
    at = found.end
    if (at === lines.length) break
    const next = lines.indexOf(dialect.newline, at) + 1
    if (next === 0 || unclosedQuote(lines.slice(at, next), dialect) < 0) return false
    at = next
  }
  return clean > 0
}

/** The records from `from` on up to one with a stray quote, and their end; null when one is not clean. */
function cleanRecords(
  lines: string,
  from: number,
  dialect: Dialect,
  width: number,
): { count: number; end: number } | null {
  const { quote } = dialect
  const isClean = (cell: string): boolean =>
    quote === null ||
    !cell.includes(quote) ||
    lines.includes(quote + cell.replaceAll(quote, quote + quote) + quote)
  let dirty = 0
  let count = 0
  let end = from
  parseText(
    lines.slice(from),
    dialect,
    (cells, recordEnd) => {
      if (cells.length !== width || !cells.every(isClean)) dirty++
      count++
      end = from + recordEnd
    },
    () => true,
  )
  return dirty > 0 ? null : { count, end }
}
