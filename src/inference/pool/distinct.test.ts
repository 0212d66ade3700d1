import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distinct } from './distinct.ts'

it('keeps each text once, in the order of their first appearance', () => {
  expect(distinct(['b', 'a', 'b', 'b', 'c'])).toEqual({ texts: ['b', 'a', 'c'], positions: [0, 1, 0, 0, 2] })
})

it('gives every text back at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), (texts) => {
      const { texts: once, positions } = distinct(texts)
      expect(new Set(once).size).toBe(once.length)
      expect(positions.map((position) => once[position])).toEqual(texts)
    }),
  )
})
