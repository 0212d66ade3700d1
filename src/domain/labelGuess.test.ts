import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS } from './labels.ts'
import { allSure, guessLabels } from './labelGuess.ts'

const SHORT = { negative: '-', neutral: '0', positive: '+' } as const

/** One sign a label: `-`, `0`, `+`, `?`; doubtful guesses in brackets. */
function signs(names: readonly string[]): string {
  return guessLabels(names)
    .map(({ label, sure }) => {
      const sign = label === null ? '?' : SHORT[label]
      return sure ? sign : `(${sign})`
    })
    .join(' ')
}

describe('what labels of a foreign model mean', () => {
  it.each([
    ['negative neutral positive', '- 0 +'],
    ['POSITIVE NEGATIVE', '+ -'],
    ['NEG NEU POS', '- 0 +'],
    ['Negative Neutral Positive', '- 0 +'],
    ['bearish neutral bullish', '- 0 +'],
    ['Bullish Bearish', '+ -'],
    ['negativo neutro positivo', '- 0 +'],
    ['négatif neutre positif', '- 0 +'],
    ['негативный нейтральный позитивный', '- 0 +'],
    ['消极 积极', '- +'],
    ['LABEL_negative LABEL_positive', '- +'],
    ['very_negative slightly-negative neutral VeryPositive', '- - 0 +'],
    ['sentiment:bad sentiment:good', '- +'],
  ])('is plain in %s', (names, expected) => {
    expect(signs(names.split(' '))).toBe(expected)
  })

  it.each([
    { names: ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'], expected: '- - 0 + +' },
    { names: ['5 stars', '4 stars', '3 stars', '2 stars', '1 star'], expected: '+ + 0 - -' },
    { names: ['star_1', 'star_2', 'star_3', 'star_4', 'star_5'], expected: '- - 0 + +' },
    { names: ['★', '★★', '★★★', '★★★★', '★★★★★'], expected: '- - 0 + +' },
    { names: ['One star', 'Two stars', 'Three stars', 'Four stars', 'Five stars'], expected: '- - 0 + +' },
    { names: ['1/5', '2/5', '3/5', '4/5', '5/5'], expected: '- - 0 + +' },
    { names: ['1 star', '2 stars', '3 stars', '4 stars'], expected: '- - + +' },
    {
      names: Array.from({ length: 10 }, (_, index) => `${index + 1} stars`),
      expected: '- - - - 0 0 + + + +',
    },
    { names: ['-1', '0', '1'], expected: '- 0 +' },
    { names: ['-2', '-1', '0', '1', '2'], expected: '- - 0 + +' },
  ])('is plain on a scale: $names', ({ names, expected }) => {
    expect(signs(names)).toBe(expected)
  })

  it.each([
    { names: ['LABEL_0', 'LABEL_1'], expected: '(-) (+)' },
    { names: ['LABEL_0', 'LABEL_1', 'LABEL_2'], expected: '(-) (0) (+)' },
    { names: ['LABEL_0', 'LABEL_1', 'LABEL_2', 'LABEL_3', 'LABEL_4'], expected: '(-) (-) (0) (+) (+)' },
    { names: ['0', '1', '2'], expected: '(-) (0) (+)' },
    { names: ['1', '2', '3', '4', '5'], expected: '(-) (-) (0) (+) (+)' },
    { names: ['neutral', 'toxic'], expected: '0 (-)' },
    { names: ['non-toxic', 'toxic'], expected: '(0) (-)' },
    { names: ['not offensive', 'offensive'], expected: '(0) (-)' },
    { names: ['P', 'N', 'NEU'], expected: '(+) (-) 0' },
    { names: ['joy', 'anger', 'sadness'], expected: '(+) (-) (-)' },
  ])('is guessed, to be checked: $names', ({ names, expected }) => {
    expect(signs(names)).toBe(expected)
  })

  it.each([
    { names: ['entailment', 'contradiction'], expected: '(?) (?)' },
    { names: ['not positive', 'positive'], expected: '(?) +' },
    {
      names: Array.from({ length: 7 }, (_, index) => `LABEL_${index}`),
      expected: '(?) (?) (?) (?) (?) (?) (?)',
    },
    { names: ['LABEL_0', 'LABEL_2'], expected: '(?) (?)' },
    { names: ['1 star', '1 star'], expected: '(?) (?)' },
    { names: ['constructor', '__proto__'], expected: '(?) (?)' },
  ])('is not known of $names', ({ names, expected }) => {
    expect(signs(names)).toBe(expected)
  })

  it('is plain for all or not at all', () => {
    expect(allSure(guessLabels(['NEG', 'POS']))).toBe(true)
    expect(allSure(guessLabels(['NEG', 'LABEL_1']))).toBe(false)
  })

  it('has one guess a name, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        const guesses = guessLabels(names)
        expect(guesses).toHaveLength(names.length)
        for (const { label, sure } of guesses) {
          if (label === null) expect(sure).toBe(false)
          else expect(LABELS).toContain(label)
        }
      }),
    )
  })

  it('does not depend on the order of the labels', () => {
    const scales = [
      ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
      ['LABEL_0', 'LABEL_1', 'LABEL_2'],
      ['NEG', 'x', 'POS'],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...scales).chain((names) => fc.shuffledSubarray(names, { minLength: names.length })),
        (shuffled) => {
          const sorted = [...shuffled].sort()
          const guesses = new Map(sorted.map((name, index) => [name, guessLabels(sorted)[index]]))
          expect(guessLabels(shuffled)).toEqual(shuffled.map((name) => guesses.get(name)))
        },
      ),
    )
  })
})
