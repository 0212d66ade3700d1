import type { ExportFormat } from '../../domain/exportFormat.ts'

/** Text as bytes; a surrogate without its partner becomes U+FFFD in UTF-8. */
export function textEncoder(encoding: ExportFormat['encoding']): (text: string) => Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-16le') return utf16le
  const encoder = new TextEncoder()
  return (text) => encoder.encode(text)
}

function utf16le(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes[index * 2] = unit & 0xff
    bytes[index * 2 + 1] = unit >> 8
  }
  return bytes
}
