import { describe, expect, it } from 'vitest'
import { includeWords, languageUnknownWords, unfitWords } from './unfitWords.ts'

const of = (otherLanguage: number, tooShort: number) => ({ unfit: { otherLanguage, tooShort } })

describe('unfitWords', () => {
  it.each([
    [of(0, 0), false, null],
    [
      of(1310, 40),
      false,
      '1,310 rows do not read like English and 40 are too short to tell. Their labels are guesses and left out of the charts.',
    ],
    [of(1, 0), false, '1 row does not read like English. Its label is a guess and left out of the charts.'],
    [of(0, 1), true, '1 row is too short to tell. Its label is a guess, and the charts count it.'],
    [
      of(2, 1),
      true,
      '2 rows do not read like English and 1 is too short to tell. Their labels are guesses, and the charts count them.',
    ],
  ])('says of %j, included: %s, %j', (summary, included, words) => {
    expect(unfitWords(summary, included)).toBe(words)
  })
})

it.each([
  [of(1, 0), false, 'Include it'],
  [of(1, 1), false, 'Include them'],
  [of(0, 1), true, 'Leave it out'],
  [of(2, 0), true, 'Leave them out'],
])('the switch of %j, included: %s, says %j', (summary, included, words) => {
  expect(includeWords(summary, included)).toBe(words)
})

describe('languageUnknownWords', () => {
  it('says nothing where every row was looked at', () => {
    expect(languageUnknownWords({ languageUnknown: 0 })).toBeNull()
  })

  it.each([
    [1, /^Whether 1 row is in English is not known: .* have it looked at\.$/],
    [1200, /^Whether 1,200 rows are in English is not known: .* have them looked at\.$/],
  ])('says why %d rows were not, and what helps', (languageUnknown, words) => {
    expect(languageUnknownWords({ languageUnknown })).toMatch(words)
  })
})
