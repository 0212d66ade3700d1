import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

export interface TextLine {
  /** The first line is 1. */
  line: number
  text: string
}

/**
 * Lines of a UTF-8 file, unpacked when its name ends in `.gz`; memory is bounded by the longest line. Only LF and CRLF
 * end a line: JSON may hold other separators (U+2028) inside a string.
 */
export async function* textLines(path: string): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder()
  let rest = ''
  let line = 0
  for await (const bytes of bytesOf(path)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield { line: ++line, text: text.replace(/\r$/, '') }
  }
  rest += decoder.decode()
  if (rest !== '') yield { line: ++line, text: rest }
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path)
  // A failure of the file ends the unpacked stream with it, which whoever reads that stream hears of.
  return path.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file
}
