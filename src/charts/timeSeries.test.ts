import { describe, expect, it } from 'vitest'
import type { TimePoint } from '../domain/timeline.ts'
import { estimates, lonePositions, series } from './timeSeries.ts'

function point(position: number, negative = 5, positive = 5): TimePoint {
  return {
    start: '2026-03-02',
    position,
    byLabel: {
      negative: { rows: negative, notSure: 0 },
      neutral: { rows: 0, notSure: 0 },
      positive: { rows: positive, notSure: 0 },
    },
  }
}

describe('estimates', () => {
  it('are shares of the point, each with its interval', () => {
    const { negative, neutral } = estimates(point(0))
    expect(negative.share).toBe(0.5)
    expect(negative.low).toBeCloseTo(0.2366, 4)
    expect(negative.high).toBeCloseTo(0.7634, 4)
    expect(neutral).toMatchObject({ share: 0, low: 0 })
  })
})

describe('series', () => {
  const positions = (points: TimePoint[]) =>
    series(points).map(({ position, estimates: drawn }) => [position, drawn !== null])

  it('draws neighbours as one line', () => {
    expect(positions([point(0), point(1), point(2)])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ])
  })

  it('breaks the line once where time has no rows', () => {
    expect(positions([point(0), point(1), point(5)])).toEqual([
      [0, true],
      [1, true],
      [2, false],
      [5, true],
    ])
  })
})

describe('lonePositions', () => {
  it('are those that no line reaches', () => {
    expect([...lonePositions(series([point(0), point(2), point(3), point(7)]))]).toEqual([0, 7])
  })
})
