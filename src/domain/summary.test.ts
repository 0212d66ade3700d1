import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, type PerLabel } from './labels.ts'
import { classifiedRows, netSentiment, notSureRows, wholePercents, type LabelCount } from './summary.ts'

type Triple = [negative: number, neutral: number, positive: number]

function counts(...[negative, neutral, positive]: Triple): PerLabel<LabelCount> {
  return {
    negative: { rows: negative, notSure: 1 },
    neutral: { rows: neutral, notSure: 2 },
    positive: { rows: positive, notSure: 4 },
  }
}

describe('totals', () => {
  it('add the rows of all labels', () => {
    expect(classifiedRows(counts(10, 200, 3000))).toBe(3210)
  })

  it('add the unsure rows of all labels', () => {
    expect(notSureRows(counts(10, 200, 3000))).toBe(7)
  })
})

describe('wholePercents', () => {
  it.each<{ rows: Triple; percents: Triple }>([
    { rows: [0, 0, 0], percents: [0, 0, 0] },
    { rows: [0, 0, 5], percents: [0, 0, 100] },
    { rows: [1, 1, 2], percents: [25, 25, 50] },
    // 33.33 each: the point left over goes to the earlier of equal remainders.
    { rows: [1, 1, 1], percents: [34, 33, 33] },
    { rows: [0, 1, 2], percents: [0, 33, 67] },
    // 16.67, 33.33, 50: the point left over goes to the largest remainder.
    { rows: [1, 2, 3], percents: [17, 33, 50] },
    // 28.57, 28.57, 42.86: two points left over.
    { rows: [2, 2, 3], percents: [29, 28, 43] },
    { rows: [1, 999, 0], percents: [0, 100, 0] },
  ])('$rows rows are $percents %', ({ rows, percents }) => {
    const whole = wholePercents(counts(...rows))
    expect(LABELS.map((label) => whole[label])).toEqual(percents)
  })

  const anyRows = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000))

  it('sum to exactly 100, or 0 when there are no rows, each less than a point from the truth', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const whole = wholePercents(counts(...rows))
        const total = rows[0] + rows[1] + rows[2]
        expect(whole.negative + whole.neutral + whole.positive).toBe(total === 0 ? 0 : 100)
        for (const [index, label] of LABELS.entries()) {
          expect(
            Math.abs(whole[label] - (total === 0 ? 0 : (100 * (rows[index] ?? NaN)) / total)),
          ).toBeLessThan(1)
        }
      }),
      { examples: [[[0, 0, 0]], [[1, 1, 1]], [[1, 1, 4]]] },
    )
  })
})

describe('netSentiment', () => {
  it.each<{ rows: Triple; points: number }>([
    { rows: [0, 0, 0], points: 0 },
    { rows: [0, 0, 4], points: 100 },
    { rows: [4, 0, 0], points: -100 },
    { rows: [0, 4, 0], points: 0 },
    { rows: [1, 2, 5], points: 50 },
    { rows: [3, 4, 1], points: -25 },
  ])('$rows rows are $points points', ({ rows, points }) => {
    expect(netSentiment(counts(...rows))).toBe(points)
  })
})
