import type { Newline } from './dialect.ts'

/** Quoted stretches, whose line breaks belong to cells; the last one may be cut off. */
const QUOTED = /"[^"]*(?:"|$)/g

/** Told from the start of a file. A file with any LF between its records is read by LF; old Macs wrote CR alone. */
export function detectNewline(head: string): Newline {
  const bare = head.replace(QUOTED, '')
  return lineBreaks(bare) ?? lineBreaks(head) ?? '\n'
}

function lineBreaks(text: string): Newline | null {
  const returns = text.match(/\r(?!\n)/g)?.length ?? 0
  const feeds = text.match(/\n/g)?.length ?? 0
  if (returns + feeds === 0) return null
  return returns > feeds ? '\r' : '\n'
}
