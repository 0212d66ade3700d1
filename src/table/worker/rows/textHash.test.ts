import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textHash } from './textHash.ts'

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
