import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textHash, wordCount } from './textNumbers.ts'

it('is the same for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textHash(`${text}!`.slice(0, -1))).toBe(textHash(text))
    }),
  )
})

it.each([
  ['good', 'Good'],
  ['ab', 'ba'],
  ['a', 'a '],
  ['', '\0'],
  ['😀', '😁'],
])('tells %j from %j', (one, other) => {
  expect(textHash(one)).not.toBe(textHash(other))
})

it('spreads similar texts over all 32 bits', () => {
  const hashes = new Set(Array.from({ length: 50_000 }, (_, index) => textHash(`review ${index}`)))
  expect(hashes.size).toBeGreaterThan(49_990)
  for (const shift of [0, 8, 16, 24]) {
    expect(new Set([...hashes].map((hash) => (hash >>> shift) & 255)).size).toBe(256)
  }
})

it('counts words as stretches of what is no space, and dense scripts by two characters', () => {
  const spaces = [
    ' ',
    '\n',
    '\t',
    '\u00a0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u202f',
    '\u205f',
    '\u3000',
    '\ufeff',
    '\v',
  ]
  const others = ['a', 'word', '\u200b', '\u0e01', 'あ', '漢字', '한', '😀', '\u1681', '\u0085']
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...spaces, ...others)).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (each) => {
      const spaced = each.match(/\S+/g)?.length ?? 0
      const dense = each.match(/[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/g)?.length ?? 0
      expect(wordCount(each)).toBe(spaced + dense / 2)
    }),
  )
})
