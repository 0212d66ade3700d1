import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packBatches } from './packBatches.ts'

describe('packBatches', () => {
  it.each([
    { what: 'nothing', lengths: [], budget: 10, batches: [] },
    { what: 'one window', lengths: [4], budget: 10, batches: [[0]] },
    { what: 'equal windows that fill a batch exactly', lengths: [5, 5], budget: 10, batches: [[0, 1]] },
    { what: 'one more than fits', lengths: [5, 5, 5], budget: 10, batches: [[0, 1], [2]] },
    { what: 'short ones beside long ones', lengths: [2, 9, 3, 2], budget: 10, batches: [[1], [2, 0, 3]] },
    { what: 'a window over the budget', lengths: [3, 20, 3], budget: 10, batches: [[1], [0, 2]] },
  ])('$what', ({ lengths, budget, batches }) => {
    expect(packBatches(lengths, budget)).toEqual(batches)
  })

  const anyWindows = fc.array(fc.integer({ min: 1, max: 256 }), { maxLength: 200 })

  it('puts every window into one batch, within the budget', () => {
    fc.assert(
      fc.property(anyWindows, fc.integer({ min: 1, max: 2048 }), (lengths, budget) => {
        const batches = packBatches(lengths, budget)
        expect(batches.flat().toSorted((a, b) => a - b)).toEqual(lengths.map((_, index) => index))
        for (const batch of batches) {
          const cost = batch.length * Math.max(...batch.map((index) => lengths[index]!))
          expect(batch.length === 1 || cost <= budget).toBe(true)
        }
      }),
    )
  })

  it('begins a batch only when the one before is full', () => {
    fc.assert(
      fc.property(anyWindows, fc.integer({ min: 1, max: 2048 }), (lengths, budget) => {
        const batches = packBatches(lengths, budget)
        for (const batch of batches.slice(0, -1)) {
          const longest = Math.max(...batch.map((index) => lengths[index]!))
          expect((batch.length + 1) * longest).toBeGreaterThan(budget)
        }
      }),
    )
  })
})
