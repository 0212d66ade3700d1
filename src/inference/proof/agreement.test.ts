import { describe, expect, it } from 'vitest'
import type { Calibration } from '../../domain/calibration.ts'
import type { TextLogits } from '../../domain/decide.ts'
import type { GoldenSet } from '../package/goldenSet.ts'
import { agrees, prove } from './agreement.ts'

const PLAIN: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.5,
  tolerance: 0,
  english: true,
  window: { pieces: 256, overlap: 64 },
}
const TEXTS: GoldenSet['texts'] = [
  { text: 'good', logits: Float32Array.of(0, 0, 3) },
  { text: 'bad', logits: Float32Array.of(3, 0, 0) },
]

function answer(...logits: number[]): TextLogits {
  return { logits: Float32Array.from(logits), pieces: Uint32Array.of(2) }
}

function proof(answers: TextLogits[], tolerance = 0.002) {
  return prove(answers, TEXTS, tolerance, PLAIN)
}

describe('prove', () => {
  it('finds no difference from the references themselves', () => {
    expect(proof([answer(0, 0, 3), answer(3, 0, 0)])).toEqual({
      texts: 2,
      labelsEqual: 2,
      maxDifference: 0,
      tolerance: 0.002,
    })
  })

  it('does not mind logits that are shifted: probabilities are what counts', () => {
    expect(proof([answer(5, 5, 8), answer(3, 0, 0)]).maxDifference).toBeCloseTo(0, 6)
  })

  it('tells the largest difference of a probability', () => {
    const { maxDifference } = proof([answer(0, 0, 0), answer(3, 0, 0)])
    expect(maxDifference).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 2) - 1 / 3, 6)
  })

  it('counts a label that differs', () => {
    expect(proof([answer(0, 3, 0), answer(3, 0, 0)]).labelsEqual).toBe(1)
  })

  it.each([NaN, Infinity, -Infinity])(
    'counts a logit of %s as a label that differs, off by everything',
    (logit) => {
      expect(proof([answer(0, logit, 3), answer(3, 0, 0)])).toMatchObject({
        labelsEqual: 1,
        maxDifference: 1,
      })
    },
  )

  it('refuses to prove with an answer missing', () => {
    expect(() => proof([answer(0, 0, 3)])).toThrow(RangeError)
  })
})

describe('agrees', () => {
  it.each([
    { what: 'all equal', labelsEqual: 6, maxDifference: 0, expected: true },
    { what: 'on the tolerance', labelsEqual: 6, maxDifference: 0.002, expected: true },
    { what: 'above the tolerance', labelsEqual: 6, maxDifference: 0.0021, expected: false },
    { what: 'a label off', labelsEqual: 5, maxDifference: 0, expected: false },
    { what: 'a difference that is no number', labelsEqual: 6, maxDifference: NaN, expected: false },
  ])('$what: $expected', ({ labelsEqual, maxDifference, expected }) => {
    expect(agrees({ texts: 6, labelsEqual, maxDifference, tolerance: 0.002 })).toBe(expected)
  })
})
