import { textOf } from './textOf.ts'

export interface TextLine {
  /** The first line is 1. */
  line: number
  text: string
}

/**
 * Lines of a UTF-8 file, packed or not; memory is bounded by the longest one. Only LF and CRLF end a line: JSON may hold
 * other separators (U+2028) inside a string.
 */
export async function* textLines(path: string): AsyncGenerator<TextLine> {
  let rest = ''
  let line = 0
  for await (const piece of textOf(path)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield { line: ++line, text: text.replace(/\r$/, '') }
  }
  if (rest !== '') yield { line: ++line, text: rest }
}
