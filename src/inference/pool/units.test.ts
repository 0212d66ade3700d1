import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutUnits } from './units.ts'

const same = (count: number, cost: number): number[] => Array.from({ length: count }, () => cost)

describe('cutUnits', () => {
  it.each([
    { what: 'nothing', costs: [], ends: [] },
    { what: 'one text', costs: [10], ends: [1] },
    { what: 'texts that fill a unit exactly', costs: same(4, 100), ends: [4] },
    { what: 'texts that are one token over', costs: [200, 201], ends: [1, 2] },
    { what: 'a long text alone', costs: [900], ends: [1] },
    { what: 'a long text among short ones', costs: [10, 900, 10, 10], ends: [1, 2, 4] },
    { what: 'more texts than travel together', costs: same(33, 1), ends: [32, 33] },
  ])('$what: units end at $ends', ({ costs, ends }) => {
    expect(cutUnits(costs, 400).map(({ to }) => to)).toEqual(ends)
  })

  it('puts every text into one unit, in order, within the budget', () => {
    const anyCosts = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 80 })
    fc.assert(
      fc.property(anyCosts, fc.integer({ min: 1, max: 1000 }), (costs, budget) => {
        const units = cutUnits(costs, budget)
        expect(units.map(({ from }) => from)).toEqual(
          [0, ...units.map(({ to }) => to)].slice(0, units.length),
        )
        expect(units.at(-1)?.to ?? 0).toBe(costs.length)
        for (const { from, to } of units) {
          expect(to).toBeGreaterThan(from)
          const spent = costs.slice(from, to).reduce((sum, cost) => sum + cost, 0)
          expect(spent <= budget || to - from === 1).toBe(true)
        }
      }),
    )
  })
})
