import { startsWith } from '../archive/members.ts'
import { utf16 } from '../encoding/utf16.ts'

/** First bytes of what people drop by mistake. Archives and workbooks have been opened before. */
const SIGNATURES: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['a PDF file', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['an archive in an archive', 0x50, 0x4b, 0x03, 0x04],
  ['an archive in an archive', 0x1f, 0x8b],
  ['an empty ZIP archive', 0x50, 0x4b, 0x05, 0x06],
  ['an old or encrypted Excel workbook', 0xd0, 0xcf, 0x11, 0xe0],
  ['a PNG file', 0x89, 0x50, 0x4e, 0x47],
  ['a JPEG file', 0xff, 0xd8, 0xff],
  ['a GIF file', 0x47, 0x49, 0x46, 0x38],
  ['a RAR file', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['a 7Z file', 0x37, 0x7a, 0xbc, 0xaf],
  ['an SQLite file', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
  ['an RTF file', 0x7b, 0x5c, 0x72, 0x74, 0x66],
  ['a text in UTF-32', 0xff, 0xfe, 0x00, 0x00],
  ['a text in UTF-32', 0x00, 0x00, 0xfe, 0xff],
]

const MARKUP = /^\s*(?:<!doctype\b|<html\b|<\?xml\b|<svg\b)/i

/** Why the bytes at the start of a file cannot be those of a text, for engineers, or null when they may be. */
export function notText(head: Uint8Array): string | null {
  const signature = SIGNATURES.find(([, ...bytes]) => startsWith(head, bytes))
  if (signature) return signature[0]
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  return !marked && isBinary(head) && !utf16(head) ? 'binary data' : null
}

/** Why the start of a text cannot be that of a table, or null. */
export function notATable(text: string): string | null {
  return MARKUP.test(text) ? 'a page or XML document' : null
}

/** Text has hardly any control characters; a stray NUL in a cell is no reason to refuse a file. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 27) || byte === 28 || byte === 29) controls++
  return controls >= 4 && controls > head.length / 100
}
