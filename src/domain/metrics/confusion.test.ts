import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, type Label } from '../labels.ts'
import { accuracy, f1, macroF1, macroRecall, precision, recall } from './classScores.ts'
import { confusionOf } from './confusion.ts'

const LETTERS: Record<string, Label> = { '-': 'negative', '0': 'neutral', '+': 'positive' }
const read = (letters: string): Label[] => letters.split('').map((letter) => LETTERS[letter]!)

describe('a confusion matrix', () => {
  it('counts rows by label and answer', () => {
    expect(confusionOf(read('--0++'), read('-0+++'))()).toEqual({
      negative: { negative: 1, neutral: 1, positive: 0 },
      neutral: { negative: 0, neutral: 0, positive: 1 },
      positive: { negative: 0, neutral: 0, positive: 2 },
    })
  })

  it('counts a row as often as its weight says', () => {
    const { negative, positive } = confusionOf(read('-+'), read('--'))([3, 0])
    expect([negative.negative, positive.negative]).toEqual([3, 0])
  })

  it('refuses answers that are not one per label', () => {
    expect(() => confusionOf(read('-+'), read('-'))).toThrow(RangeError)
  })
})

describe('scores of a confusion matrix', () => {
  // Labels --- 00 +++++, of which --, 0 and ++++ are right: one - as +, one 0 as -, one + as 0.
  const table = confusionOf(read('---00+++++'), read('--+0-++++0'))()

  it.each([
    { score: 'accuracy', value: accuracy(table), expected: 7 / 10 },
    { score: 'recall of negative', value: recall(table, 'negative'), expected: 2 / 3 },
    { score: 'recall of neutral', value: recall(table, 'neutral'), expected: 1 / 2 },
    { score: 'recall of positive', value: recall(table, 'positive'), expected: 4 / 5 },
    { score: 'precision of negative', value: precision(table, 'negative'), expected: 2 / 3 },
    { score: 'precision of neutral', value: precision(table, 'neutral'), expected: 1 / 2 },
    { score: 'precision of positive', value: precision(table, 'positive'), expected: 4 / 5 },
    { score: 'F1 of positive', value: f1(table, 'positive'), expected: 4 / 5 },
    { score: 'macro F1', value: macroF1(table), expected: (2 / 3 + 1 / 2 + 4 / 5) / 3 },
    { score: 'macro recall', value: macroRecall(table), expected: (2 / 3 + 1 / 2 + 4 / 5) / 3 },
  ])('$score', ({ value, expected }) => {
    expect(value).toBeCloseTo(expected, 12)
  })

  it('leave labels out that no row has', () => {
    const table = confusionOf(read('--+'), read('-0+'))()
    expect(recall(table, 'neutral')).toBeNull()
    expect(f1(table, 'neutral')).toBeNull()
    expect(macroRecall(table)).toBeCloseTo((1 / 2 + 1) / 2)
    expect(macroF1(table)).toBeCloseTo((2 / 3 + 1) / 2)
  })

  it('have no meaning without rows', () => {
    const table = confusionOf([], [])()
    expect([accuracy(table), macroF1(table), macroRecall(table), precision(table, 'positive')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('give F1 as the harmonic mean of precision and recall, and accuracy as recall weighed by rows', () => {
    const labels = fc.array(fc.tuple(fc.constantFrom(...LABELS), fc.constantFrom(...LABELS)), {
      minLength: 1,
    })
    fc.assert(
      fc.property(labels, (pairs) => {
        const table = confusionOf(
          pairs.map(([label]) => label),
          pairs.map(([, answer]) => answer),
        )()
        let weighed = 0
        for (const label of LABELS) {
          const [p, r] = [precision(table, label), recall(table, label)]
          const rows = pairs.filter(([one]) => one === label).length
          weighed += rows * (r ?? 0)
          if (p !== null && r !== null && p + r > 0)
            expect(f1(table, label)).toBeCloseTo((2 * p * r) / (p + r))
        }
        expect(accuracy(table)).toBeCloseTo(weighed / pairs.length)
      }),
    )
  })
})
