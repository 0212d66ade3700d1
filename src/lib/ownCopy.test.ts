import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownCopy } from './ownCopy.ts'

it('is the same text, halves of surrogate pairs included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(ownCopy(text)).toBe(text)
    }),
  )
  expect(ownCopy('a\ud800')).toBe('a\ud800')
})
