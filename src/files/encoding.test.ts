import { describe, expect, it } from 'vitest'
import { detectEncoding } from './encoding.ts'

const utf16 = (text: string, bigEndian = false): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), !bigEndian)
  }
  return bytes
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('detectEncoding', () => {
  it.each([
    ['nothing', new Uint8Array(), 'utf-8', 0],
    ['plain text', utf8('id,review\n1,ok'), 'utf-8', 0],
    ['UTF-8 with mark', utf8('\uFEFFid,review'), 'utf-8', 3],
    ['UTF-16 LE with mark', utf16('\uFEFFid,review'), 'utf-16le', 2],
    ['UTF-16 BE with mark', utf16('\uFEFFid,review', true), 'utf-16be', 2],
    ['UTF-16 LE without mark', utf16('id,review\n1,très bien'), 'utf-16le', 0],
    ['UTF-16 BE without mark', utf16('id,review\n1,très bien', true), 'utf-16be', 0],
    ['a stray NUL', utf8('id,review\n1,a\0b'), 'utf-8', 0],
  ])('%s', (_name, head, name, bom) => {
    expect(detectEncoding(head)).toEqual({ name, bom })
  })
})
