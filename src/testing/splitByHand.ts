import type { Dialect } from '../files/dialect.ts'

/**
 * The rules of the record splitter as a plain state machine over the whole text, one character after the other:
 * something for `files/records.ts` to be compared with.
 */
export function splitByHand(
  text: string,
  dialect: Dialect,
): { records: string[][]; skipped: number; stray: boolean } {
  const { delimiter, newline, quote } = dialect
  const records: string[][] = []
  let skipped = 0
  let stray = false
  let at = 0
  while (at < text.length) {
    const start = at
    const cells: string[] = []
    let ended = false
    let openedAt = -1
    let strayHere = false
    while (!ended) {
      let cell = ''
      if (quote !== null && text[at] === quote) {
        openedAt = at++
        while (at < text.length && closedAt(at) < 0) {
          const doubled = text[at] === quote && text[at + 1] === quote
          if (text[at] === quote && !doubled) strayHere = true
          cell += text[at] ?? ''
          at += doubled ? 2 : 1
        }
        if (at >= text.length) break
        at = closedAt(at)
      } else {
        while (at < text.length && text[at] !== delimiter && text[at] !== newline) cell += text[at++] ?? ''
        const crlf = newline === '\n' && (at >= text.length || text[at] === '\n') && cell.endsWith('\r')
        if (crlf) cell = cell.slice(0, -1)
      }
      openedAt = -1
      cells.push(cell)
      ended = text[at] !== delimiter
      at++
    }
    const second = text.indexOf(newline, Math.max(openedAt, start)) + 1
    if (openedAt >= 0 || (strayHere && second > 0 && swallows(text.slice(second, at)))) {
      skipped++
      at = second === 0 ? text.length : second
    } else {
      records.push(cells)
      stray ||= strayHere
    }
  }
  return { records, skipped, stray }

  /** Are the lines after a record's first one, by themselves, clean records as wide as the first of all? */
  function swallows(lines: string): boolean {
    const width = records[0]?.length ?? 0
    const alone = splitByHand(lines, dialect)
    const clean = (cell: string): boolean =>
      quote === null ||
      !cell.includes(quote) ||
      lines.includes(quote + cell.replaceAll(quote, quote + quote) + quote)
    return (
      width > 1 &&
      lines !== '' &&
      !alone.stray &&
      alone.skipped === 0 &&
      alone.records.every((cells) => cells.length === width && cells.every(clean))
    )
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
