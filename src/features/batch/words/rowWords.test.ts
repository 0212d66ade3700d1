import { describe, expect, it } from 'vitest'
import type { Row } from '../../../table/protocol.ts'
import { correctionWords, rowWords, whyNoLabel } from './rowWords.ts'

const PROBABILITIES = { negative: 0.1, neutral: 0.03, positive: 0.87 }
const ANSWERED: Row = {
  row: 10,
  number: 12,
  file: 'a.csv',
  line: 12,
  text: 'good',
  answer: { label: 'positive', confidence: 0.87, probabilities: PROBABILITIES },
  correction: null,
  flags: [],
  extra: [],
}
const CORRECTED: Row = { ...ANSWERED, correction: 'negative', flags: ['corrected'] }
const WAITING: Row = { ...ANSWERED, answer: null }
const EMPTY: Row = { ...WAITING, flags: ['no_text'] }
const UNREADABLE: Row = { ...WAITING, flags: ['unreadable'] }

describe('a row in words', () => {
  it.each([
    [ANSWERED, 'Row 12: Positive, 87 % sure'],
    [CORRECTED, 'Row 12: Negative, set by you'],
    [WAITING, 'Row 12: not classified'],
    [EMPTY, 'Row 12: no text'],
    [UNREADABLE, 'Row 12: not classified'],
  ])('when it comes into view', (row, words) => {
    expect(rowWords(row)).toBe(words)
  })

  it.each([
    [CORRECTED, 'Row 12: Negative, set by you'],
    [ANSWERED, 'Row 12: your label is taken back, Positive as the model said'],
    [WAITING, 'This row is not classified yet, so there is no label to correct.'],
  ])('when it was corrected', (row, words) => {
    expect(correctionWords(row)).toBe(words)
  })

  it.each([
    [ANSWERED, null],
    [CORRECTED, null],
    [WAITING, /not classified yet/],
    [EMPTY, /has no text/],
    [UNREADABLE, /could not read/],
  ])('says why it has no label', (row, words) => {
    if (words === null) expect(whyNoLabel(row)).toBeNull()
    else expect(whyNoLabel(row)).toMatch(words)
  })
})
