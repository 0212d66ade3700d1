import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FirstRows } from './firstRows.ts'

it('finds the first row of every hash, as a map would', () => {
  const hash = fc.oneof(fc.nat(20), fc.nat(0xffffffff), fc.constantFrom(0, 0xffffffff))
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 300 }), (hashes) => {
      const firstRows = new FirstRows()
      const known = new Map<number, number>()
      for (const [row, value] of hashes.entries()) {
        if (!known.has(value)) known.set(value, row)
        expect(firstRows.firstOf(row, value)).toBe(known.get(value))
      }
    }),
  )
})

it('grows, though all want the same slot', () => {
  const firstRows = new FirstRows()
  const hashes = Array.from({ length: 3000 }, (_, index) => index << 16)
  const first = hashes.map((hash, row) => firstRows.firstOf(row, hash >>> 0))
  expect(first).toEqual(hashes.map((_, row) => row))
  expect(firstRows.firstOf(3000, (hashes[2999] ?? 0) >>> 0)).toBe(2999)
})
