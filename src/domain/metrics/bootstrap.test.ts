import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../interval.ts'
import { bootstrap, middle95 } from './bootstrap.ts'
import { seededRandom } from './seededRandom.ts'

describe('seededRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const take = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed))
    expect(take(1)).toEqual(take(1))
    expect(take(1)).not.toEqual(take(2))
  })

  it('fills [0, 1) evenly', () => {
    const random = seededRandom(0)
    const tenths = new Array<number>(10).fill(0)
    for (let draw = 0; draw < 100_000; draw++) tenths[Math.floor(random() * 10)]! += 1
    // 10,000 each; five standard deviations are 474.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(474)
  })
})

describe('bootstrap', () => {
  it('draws as many rows as there are, some twice and some never', () => {
    const draws = bootstrap(50, (weights) => Array.from(weights ?? []), seededRandom(3), 20)
    for (const weights of draws) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(50)
    expect(Math.max(...draws.flat())).toBeGreaterThan(1)
    expect(Math.min(...draws.flat())).toBe(0)
  })

  it('finds nearly the interval that is known for a share', () => {
    const share = bootstrap(
      400,
      (weights) =>
        Array.from(weights ?? []).reduce((sum, weight, row) => sum + (row < 300 ? weight : 0), 0) / 400,
      seededRandom(11),
      2000,
    )
    const [found, known] = [middle95(share)!, wilsonInterval(300, 400)]
    expect(found.low).toBeCloseTo(known.low, 1.9)
    expect(found.high).toBeCloseTo(known.high, 1.9)
  })
})

describe('middle95', () => {
  it('reads between neighbours', () => {
    expect(middle95([1, 0])).toEqual({ low: 0.025, high: 0.975 })
    expect(middle95(Array.from({ length: 201 }, (_, index) => 200 - index))).toEqual({ low: 5, high: 195 })
  })

  it('is one point for one value and nothing for none', () => {
    expect(middle95([7])).toEqual({ low: 7, high: 7 })
    expect(middle95([])).toBeNull()
  })
})
