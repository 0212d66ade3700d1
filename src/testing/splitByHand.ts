import type { Dialect } from '../files/layout/dialect.ts'

interface HandRecord {
  cells: string[]
  /** Right after its line break; the end of the text where none comes. */
  end: number
  /** A quote inside quotes that closes nothing. */
  stray: boolean
  /** Where the quote stands that is never closed, or -1. */
  openAt: number
}

/** Lines with a quote too few that one swallowed record may hold. */
const MOST_OPEN = 8

/**
 * The rules of the record splitter as a plain state machine over the whole text, one character after the other:
 * something for `files/records.ts` to be compared with.
 */
export function splitByHand(text: string, dialect: Dialect): { records: string[][]; skipped: number } {
  const { newline } = dialect
  const records: string[][] = []
  let skipped = 0
  for (let at = 0; at < text.length;) {
    const record = recordAt(text, at, dialect)
    const lineEnd = text.indexOf(newline, Math.max(record.openAt, at)) + 1
    const second = lineEnd === 0 ? text.length : lineEnd
    const width = records[0]?.length ?? 0
    const swallowed =
      record.stray && lineEnd > 0 && width > 1 && swallows(text.slice(second, record.end), width, dialect)
    if (record.openAt >= 0 || swallowed) {
      skipped++
      at = second
    } else {
      records.push(record.cells)
      at = record.end
    }
  }
  return { records, skipped }
}

/**
 * Are the lines after a record's first one, by themselves, clean records as wide as the first of all, but for some
 * that open a quote themselves?
 */
function swallows(lines: string, width: number, dialect: Dialect): boolean {
  const { quote, newline } = dialect
  const isClean = (cell: string): boolean =>
    quote === null ||
    !cell.includes(quote) ||
    lines.includes(quote + cell.replaceAll(quote, quote + quote) + quote)
  let [clean, open] = [0, 0]
  for (let at = 0; at < lines.length;) {
    const record = recordAt(lines, at, dialect)
    const lineEnd = lines.indexOf(newline, at) + 1
    if (record.openAt < 0 && !record.stray) {
      if (record.cells.length !== width || !record.cells.every(isClean)) return false
      clean++
      at = record.end
    } else {
      const alone = recordAt(lines.slice(at, lineEnd === 0 ? lines.length : lineEnd), 0, dialect)
      if (lineEnd === 0 || alone.openAt < 0 || ++open > MOST_OPEN) return false
      at = lineEnd
    }
  }
  return clean > 0
}

function recordAt(text: string, start: number, { delimiter, newline, quote }: Dialect): HandRecord {
  const cells: string[] = []
  let at = start
  let stray = false
  for (;;) {
    let cell = ''
    if (quote !== null && text[at] === quote) {
      const openAt = at++
      while (at < text.length && closedAt(at) < 0) {
        const doubled = text[at] === quote && text[at + 1] === quote
        if (text[at] === quote && !doubled) stray = true
        cell += text[at] ?? ''
        at += doubled ? 2 : 1
      }
      if (at >= text.length) return { cells, end: text.length, stray, openAt }
      at = closedAt(at)
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== newline) cell += text[at++] ?? ''
      const crlf = newline === '\n' && (at >= text.length || text[at] === '\n') && cell.endsWith('\r')
      if (crlf) cell = cell.slice(0, -1)
    }
    cells.push(cell)
    const ended = text[at] !== delimiter
    at++
    if (ended) return { cells, end: Math.min(at, text.length), stray, openAt: -1 }
  }

  /** Where the delimiter or line break (or end) stands that a closing quote at `index` leads to, or -1. */
  function closedAt(index: number): number {
    if (text[index] !== quote || text[index + 1] === quote) return -1
    let next = index + 1
    while (next < text.length && text[next] !== delimiter && text[next] !== newline) {
      if (text[next]?.trim() !== '') return -1
      next++
    }
    return next
  }
}
