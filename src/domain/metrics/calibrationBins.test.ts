import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationBins, expectedCalibrationError } from './calibrationBins.ts'

describe('calibrationBins', () => {
  it('puts rows into bins of equal mass, the least sure first', () => {
    const bins = calibrationBins([0.9, 0.5, 0.6, 0.7], [true, false, true, true], 2)()
    expect(bins).toEqual([
      { rows: 2, confidence: 0.55, accuracy: 0.5 },
      { rows: 2, confidence: 0.8, accuracy: 1 },
    ])
  })

  it('leaves out bins without rows and rows without weight', () => {
    expect(calibrationBins([0.9], [true], 15)()).toEqual([{ rows: 1, confidence: 0.9, accuracy: 1 }])
    expect(calibrationBins([0.9, 0.4], [true, false], 2)([0, 2])).toEqual([
      { rows: 2, confidence: 0.4, accuracy: 0 },
    ])
  })

  it('keeps every row in one bin, and bins of rows that count once differ by at most one', () => {
    const rows = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
    })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (drawn, count) => {
        const sizes = calibrationBins(
          drawn.map(([confidence]) => confidence),
          drawn.map(([, right]) => right),
          count,
        )().map(({ rows }) => rows)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(drawn.length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(sizes).toHaveLength(Math.min(count, drawn.length))
      }),
    )
  })
})

describe('expectedCalibrationError', () => {
  it.each([
    { what: 'as sure as right', confidences: [0.5, 0.5, 1, 1], right: [true, false, true, true], error: 0 },
    {
      what: 'always sure, half right',
      confidences: [1, 1, 1, 1],
      right: [true, false, true, false],
      error: 0.5,
    },
    {
      what: 'one bin off by 0.2',
      confidences: [0.7, 0.7, 1, 1],
      right: [true, false, true, true],
      error: 0.1,
    },
  ])('of rows that are $what: $error', ({ confidences, right, error }) => {
    expect(expectedCalibrationError(calibrationBins(confidences, right, 2)())).toBeCloseTo(error, 12)
  })

  it('has no meaning without rows', () => {
    expect(expectedCalibrationError(calibrationBins([], [])())).toBeNull()
  })
})
