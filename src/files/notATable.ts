import type { Encoding } from './encoding.ts'

/** First bytes of what people drop by mistake. */
const SIGNATURES: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ['PDF', 0x25, 0x50, 0x44, 0x46, 0x2d],
  ['ZIP or XLSX', 0x50, 0x4b, 0x03, 0x04],
  ['ZIP', 0x50, 0x4b, 0x05, 0x06],
  ['XLS', 0xd0, 0xcf, 0x11, 0xe0],
  ['GZIP', 0x1f, 0x8b],
  ['PNG', 0x89, 0x50, 0x4e, 0x47],
  ['JPEG', 0xff, 0xd8, 0xff],
  ['GIF', 0x47, 0x49, 0x46, 0x38],
  ['RAR', 0x52, 0x61, 0x72, 0x21, 0x1a],
  ['7Z', 0x37, 0x7a, 0xbc, 0xaf],
  ['SQLite', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20],
  ['RTF', 0x7b, 0x5c, 0x72, 0x74, 0x66],
]

const MARKUP = /^\s*(?:<!doctype\b|<html\b|<\?xml\b|<svg\b)/i
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[{["])/

/** Why the start of a file cannot be a table, for engineers, or null when it may be one. */
export function notATable(head: Uint8Array, encoding: Encoding): string | null {
  const signature = SIGNATURES.find(([, ...bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (signature) return `a ${signature[0]} file`
  if (encoding.name === 'utf-8' && isBinary(head)) return 'binary data'
  const text = new TextDecoder(encoding.name).decode(head)
  if (MARKUP.test(text)) return 'a page or XML document'
  if (JSON_START.test(text)) return 'JSON'
  return null
}

/** Text has hardly any control characters; a stray NUL in a cell is no reason to refuse a file. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls >= 4 && controls > head.length / 100
}
