import { describe, expect, it } from 'vitest'
import { perLabel } from '../../../domain/labels.ts'
import type { Summary } from '../../../domain/summary.ts'
import { accountWords, sentenceOf, summaryWords } from './summaryWords.ts'

const DONE: Summary = {
  rows: 20_000,
  withoutText: 1_760,
  classified: 18_240,
  waiting: 0,
  unreadable: 0,
  unfit: { otherLanguage: 0, tooShort: 0 },
  languageUnknown: 0,
  unconfirmed: 0,
  corrected: 0,
  byLabel: {
    negative: { rows: 7_478, notSure: 912 },
    neutral: { rows: 2_189, notSure: 365 },
    positive: { rows: 8_573, notSure: 365 },
  },
}

const said = (summary: Summary): string => sentenceOf(summaryWords(summary))

describe('summaryWords', () => {
  it('says the whole in one sentence', () => {
    expect(said(DONE)).toBe(
      '18,240 of 20,000 rows have text: 41 % negative, 12 % neutral, 47 % positive; 9 % not sure.',
    )
  })

  it('speaks of one row', () => {
    const one = { rows: 1, notSure: 0 }
    const none = { rows: 0, notSure: 0 }
    const single = {
      ...DONE,
      rows: 1,
      classified: 1,
      withoutText: 0,
      byLabel: { negative: none, neutral: none, positive: one },
    }
    expect(said(single)).toMatch(/^1 of 1 row has text: /)
    expect(said({ ...single, rows: 5, withoutText: 4, classified: 0 })).toBe('1 of 5 rows has text.')
  })

  it('says how far it is while rows wait', () => {
    const halfway = { ...DONE, classified: 7_600, waiting: 10_640 }
    expect(said(halfway)).toMatch(/^7,600 of 18,240 rows with text, shown so far: 41 % negative/)
  })

  it('guesses nothing before the first answer', () => {
    const none = {
      ...DONE,
      classified: 0,
      waiting: 18_240,
      byLabel: perLabel(() => ({ rows: 0, notSure: 0 })),
    }
    expect(said(none)).toBe('18,240 of 20,000 rows have text.')
  })

  it('says how many it counts where labels are left out, and shares of those', () => {
    const counted = { negative: { rows: 30, notSure: 1 }, neutral: { rows: 10, notSure: 4 } }
    const some = { ...DONE, byLabel: { ...counted, positive: { rows: 60, notSure: 0 } } }
    expect(said(some)).toBe(
      '18,240 of 20,000 rows have text, 100 of them counted: 30 % negative, 10 % neutral, 60 % positive; 5 % not sure.',
    )
    expect(said({ ...some, classified: 7_600, waiting: 10_640 })).toMatch(
      /^7,600 of 18,240 rows with text, shown so far, 100 of them counted: 30 % negative/,
    )
    const none = { ...DONE, byLabel: perLabel(() => ({ rows: 0, notSure: 0 })) }
    expect(said(none)).toBe('18,240 of 20,000 rows have text, none of them counted.')
  })
})

describe('accountWords', () => {
  it.each([
    [DONE, 'Read 20,000 = 18,240 classified + 1,760 without text.'],
    [
      { ...DONE, classified: 18_000, waiting: 239, unreadable: 1 },
      'Read 20,000 = 18,000 classified + 1,760 without text + 1 unreadable + 239 waiting.',
    ],
  ])('accounts for every row', (summary, words) => {
    expect(accountWords(summary)).toBe(words)
  })
})
