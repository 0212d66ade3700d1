import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textEncoder } from './encodeText.ts'

describe('textEncoder', () => {
  it.each(['utf-8', 'utf-16le'] as const)('%s is read again as it was, mark included', (encoding) => {
    const encode = textEncoder(encoding)
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decoder.decode(encode(`\uFEFF${text}`))).toBe(`\uFEFF${text}`)
      }),
    )
  })

  it('writes the low byte first', () => {
    expect([...textEncoder('utf-16le')('\uFEFFa€')]).toEqual([0xff, 0xfe, 0x61, 0, 0xac, 0x20])
  })

  it('replaces half a character in UTF-8', () => {
    expect(new TextDecoder().decode(textEncoder('utf-8')('a\uD800b'))).toBe('a\uFFFDb')
  })
})
