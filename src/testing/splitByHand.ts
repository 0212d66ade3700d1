import type { Dialect } from '../files/dialect.ts'

/**
 * The rules of the record splitter as a plain state machine over the whole text, one character after the other:
 * something for `files/records.ts` to be compared with.
 */
export function splitByHand(
  text: string,
  { delimiter, newline }: Dialect,
): { records: string[][]; skipped: number } {
  const records: string[][] = []
  let skipped = 0
  let at = 0
  while (at < text.length) {
    const start = at
    const cells: string[] = []
    let ended = false
    let openedAt = -1
    while (!ended) {
      let cell = ''
      if (text[at] === '"') {
        openedAt = at++
        while (at < text.length && closedAt(at) < 0) {
          cell += text[at] ?? ''
          at += text[at] === '"' && text[at + 1] === '"' ? 2 : 1
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
    if (openedAt < 0) records.push(cells)
    else {
      skipped++
      const end = text.indexOf(newline, Math.max(openedAt, start))
      at = end < 0 ? text.length : end + 1
    }
  }
  return { records, skipped }

  /** Where the delimiter or line break (or end) stands that a closing quote at `quote` leads to, or -1. */
  function closedAt(quote: number): number {
    if (text[quote] !== '"' || text[quote + 1] === '"') return -1
    let next = quote + 1
    while (next < text.length && text[next] !== delimiter && text[next] !== newline) {
      if (text[next]?.trim() !== '') return -1
      next++
    }
    return next
  }
}
