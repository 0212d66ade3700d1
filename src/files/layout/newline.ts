import type { Newline, Quote } from './dialect.ts'

/** Quoted stretches, whose line breaks belong to cells; the last one may be cut off. In words ' is an apostrophe. */
const QUOTED = { '"': /"[^"]*(?:"|$)/g, "'": /(?<![\p{L}\p{N}])'[^']*(?:'|$)/gu }

/** Told from the start of a file. A file with any LF between its records is read by LF; old Macs wrote CR alone. */
export function detectNewline(head: string, quote: Quote = '"'): Newline {
  const bare = quote === null ? head : head.replace(QUOTED[quote], '')
  return lineBreaks(bare) ?? lineBreaks(head) ?? '\n'
}

function lineBreaks(text: string): Newline | null {
  const returns = text.match(/\r(?!\n)/g)?.length ?? 0
  const feeds = text.match(/\n/g)?.length ?? 0
  if (returns + feeds === 0) return null
  return returns > feeds ? '\r' : '\n'
}
