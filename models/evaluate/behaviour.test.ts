import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Decision, TextLogits } from '../../src/domain/decide.ts'
import { PLAIN_CALIBRATION } from '../../src/testing/fakeClassifier.ts'
import { AIMS, conductOf, passes } from './behaviour.ts'
import { readSuite, type Case } from './behaviourSuite.ts'

function decision(negative: number, neutral: number, positive: number): Decision {
  const confidence = Math.max(negative, neutral, positive)
  const label = confidence === negative ? 'negative' : confidence === neutral ? 'neutral' : 'positive'
  return { label, confidence, probabilities: { negative, neutral, positive }, flags: [] }
}

const CASE: Case = { id: 'one', text: 'Fine', expect: [], changed: null }

describe('a case', () => {
  it.each([
    { answer: decision(0.1, 0.2, 0.7), passed: true },
    { answer: decision(0.1, 0.8, 0.1), passed: true },
    { answer: decision(0.6, 0.3, 0.1), passed: false },
  ])('that expects neutral or positive: $answer.label passes is $passed', ({ answer, passed }) => {
    expect(passes('contrast', { ...CASE, expect: ['neutral', 'positive'] }, answer, answer)).toBe(passed)
  })

  it.each([
    { family: 'typos', changed: decision(0.4, 0, 0.6), passed: true },
    { family: 'typos', changed: decision(0.6, 0, 0.4), passed: false },
    { family: 'swaps', changed: decision(0.24, 0, 0.76), passed: true },
    { family: 'swaps', changed: decision(0.26, 0, 0.74), passed: false },
  ])(
    'of $family whose probability of positive goes from 0.8 to $changed.probabilities.positive: $passed',
    (given) => {
      const answer = decision(0.2, 0, 0.8)
      expect(passes(given.family, { ...CASE, changed: 'Fnie' }, answer, given.changed)).toBe(given.passed)
    },
  )
})

describe('the suite', () => {
  it('is there, with thirty cases or more a family and all that have an aim', async () => {
    const suite = await readSuite(join(import.meta.dirname, '../behaviour'))
    expect(suite.size).toBe(13)
    for (const cases of suite.values()) expect(cases.length).toBeGreaterThanOrEqual(30)
    expect(Object.keys(AIMS).filter((family) => !suite.has(family))).toEqual([])
  })

  it('is judged family by family, on cleaned texts', async () => {
    const suite = new Map<string, Case[]>([
      [
        'contrast',
        [
          { id: 'a', text: '<b>good</b>', expect: ['positive'], changed: null },
          { id: 'b', text: 'bad', expect: ['positive'], changed: null },
        ],
      ],
      ['typos', [{ id: 'c', text: 'good', expect: [], changed: 'bad' }]],
    ])
    const classify = (texts: readonly string[]): Promise<TextLogits[]> =>
      Promise.resolve(
        texts.map((text) => ({
          logits: Float32Array.from(text === 'good' ? [0, 0, 5] : [5, 0, 0]),
          pieces: Uint32Array.of(1),
        })),
      )
    const { contrast, typos } = await conductOf(suite, { classify, calibration: PLAIN_CALIBRATION })
    expect(contrast).toMatchObject({ cases: 2, passed: 0.5, failed: ['b'] })
    expect(contrast!.low).toBeGreaterThan(0)
    expect(contrast!.high).toBeLessThan(1)
    expect(typos).toMatchObject({ cases: 1, passed: 0, failed: ['c'] })
  })
})
