import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, wilsonInterval } from './interval.ts'

describe('wilsonInterval', () => {
  // As by R: prop.test(hits, total, correct = FALSE)$conf.int
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
    [610, 1000, 0.5794, 0.6398],
  ])('of %i among %i is %f to %f', (hits, total, low, high) => {
    const interval = wilsonInterval(hits, total)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('of nothing is anything', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })

  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))

  it('stays within 0 and 1 and contains the share', () => {
    fc.assert(
      fc.property(counts, ([hits, total]) => {
        const { low, high } = wilsonInterval(hits, total)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / total)
        expect(high).toBeGreaterThanOrEqual(hits / total)
      }),
    )
  })

  it('narrows when the same share is counted on more rows', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 20 }), ([hits, total], times) => {
        const few = wilsonInterval(hits, total)
        const many = wilsonInterval(hits * times, total * times)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('mirrors: what is not hit has the interval turned round', () => {
    fc.assert(
      fc.property(counts, ([hits, total]) => {
        const { low, high } = wilsonInterval(hits, total)
        const rest = wilsonInterval(total - hits, total)
        expect(rest.low).toBeCloseTo(1 - high, 10)
        expect(rest.high).toBeCloseTo(1 - low, 10)
      }),
    )
  })
})

describe('apart', () => {
  it.each([
    [{ low: 0.1, high: 0.2 }, { low: 0.3, high: 0.4 }, true],
    [{ low: 0.3, high: 0.4 }, { low: 0.1, high: 0.2 }, true],
    [{ low: 0.1, high: 0.3 }, { low: 0.2, high: 0.4 }, false],
    [{ low: 0.1, high: 0.4 }, { low: 0.2, high: 0.3 }, false],
    [{ low: 0.1, high: 0.2 }, { low: 0.2, high: 0.3 }, false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(apart(a, b)).toBe(expected)
  })
})
