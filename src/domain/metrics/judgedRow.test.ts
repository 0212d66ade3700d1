import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../decide.ts'
import { judgeRow, withoutNeutral } from './judgedRow.ts'

const UNDECIDED: Decision = {
  label: 'neutral',
  confidence: 0.6,
  probabilities: { negative: 0.1, neutral: 0.6, positive: 0.3 },
  flags: ['not_sure'],
}

describe('judgeRow', () => {
  it('takes the product’s answer where neutral is a class', () => {
    expect(judgeRow('positive', false, UNDECIDED)).toMatchObject({ answer: 'neutral', sure: false })
  })

  it('judges negative against positive where neutral is none', () => {
    const { answer, probabilities } = judgeRow('positive', true, UNDECIDED)
    expect(answer).toBe('positive')
    expect(probabilities.positive).toBeCloseTo(0.75)
    expect(probabilities.neutral).toBe(0)
  })

  it('is sure unless the product says it is not', () => {
    expect(judgeRow('neutral', false, { ...UNDECIDED, flags: ['long'] }).sure).toBe(true)
  })

  it('refuses a neutral row of a source without neutral', () => {
    expect(() => judgeRow('neutral', true, UNDECIDED)).toThrow(RangeError)
  })
})

describe('withoutNeutral', () => {
  it('gives probabilities that sum to 1, in the same proportion', () => {
    const weight = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(weight, weight, weight, (negative, neutral, positive) => {
        const two = withoutNeutral({ negative, neutral, positive })
        expect(two.negative + two.positive).toBeCloseTo(1)
        expect(two.negative >= two.positive).toBe(negative >= positive)
      }),
    )
  })
})
