import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countLines, utf8Length } from './measure.ts'

describe('utf8Length', () => {
  it('agrees with the encoder on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Length(text, 0, text.length)).toBe(new TextEncoder().encode(text).length)
      }),
    )
  })

  it('measures a part', () => {
    expect(utf8Length('aé😀b', 1, 4)).toBe(6)
  })
})

describe('countLines', () => {
  it.each([
    ['', 0],
    ['a', 0],
    ['a\nb\n', 2],
    ['a\r\nb\r\n', 2],
    ['a\rb\r', 2],
    ['\n\r', 2],
  ])('%j', (text, expected) => {
    expect(countLines(text, 0, text.length)).toBe(expected)
  })
})
