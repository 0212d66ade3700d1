import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitsOfValues,
  countBits,
  emptyBitmap,
  everyBit,
  fillBits,
  keepCommon,
  rowsOf,
  setBit,
  visitRows,
} from './bitmap.ts'

const sets = fc
  .nat(200)
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.uniqueArray(fc.nat(Math.max(0, rows - 1)), { maxLength: rows })),
  )
  .map(([rows, members]) => ({ rows, members: members.toSorted((a, b) => a - b) }))

function bitmapOf(rows: number, members: readonly number[]): Uint32Array {
  const bitmap = emptyBitmap(rows)
  for (const row of members) setBit(bitmap, row)
  return bitmap
}

describe('a bitmap', () => {
  it('of values holds the rows whose value is wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { maxLength: 100 }),
        fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }),
        (ids, wanted) => {
          const bitmap = bitsOfValues(Uint32Array.from(ids), Uint8Array.from(wanted))
          const rows = [...ids.keys()].filter((row) => wanted[ids[row] ?? 0] === 1)
          expect([...rowsOf(bitmap)]).toEqual(rows)
          expect(bitmap.length).toBe(Math.ceil(ids.length / 32))
        },
      ),
    )
  })

  it('gives back its rows, counts and visits them, and any stretch of them', () => {
    fc.assert(
      fc.property(sets, fc.nat(80), fc.nat(80), ({ rows, members }, from, limit) => {
        const bitmap = bitmapOf(rows, members)
        const visited: number[] = []
        visitRows(bitmap, (row) => visited.push(row))
        expect(visited).toEqual(members)
        expect(countBits(bitmap)).toBe(members.length)
        expect([...rowsOf(bitmap)]).toEqual(members)
        expect([...rowsOf(bitmap, from, limit)]).toEqual(members.slice(from, from + limit))
      }),
    )
  })

  it('is filled by a test, in stretches', () => {
    fc.assert(
      fc.property(sets, ({ rows, members }) => {
        const bitmap = everyBit(rows)
        for (let from = 0; from < rows; from += 64)
          fillBits(bitmap, from, Math.min(from + 64, rows), (row) => members.includes(row))
        expect(bitmap).toEqual(bitmapOf(rows, members))
      }),
    )
  })

  it('of every row has no bit behind the last one', () => {
    for (const rows of [0, 1, 31, 32, 33, 64, 100])
      expect([...rowsOf(everyBit(rows))]).toEqual(Array.from({ length: rows }, (_, row) => row))
  })

  it('keeps what it has in common with another', () => {
    const bitmap = bitmapOf(70, [0, 31, 32, 69])
    keepCommon(bitmap, bitmapOf(70, [31, 33, 69]))
    expect([...rowsOf(bitmap)]).toEqual([31, 69])
  })
})
