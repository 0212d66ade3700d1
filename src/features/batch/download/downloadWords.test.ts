import { describe, expect, it } from 'vitest'
import { EXPORT_DELIMITERS } from '../../../domain/exportFormat.ts'
import { correctedWords, delimiterLabel, formatWords, savedWords } from './downloadWords.ts'

describe('what was saved', () => {
  it.each([
    [{ rows: 1, guarded: 0, upToDate: true }, ['1 row saved.']],
    [{ rows: 18_240, guarded: 0, upToDate: true }, ['18,240 rows saved.']],
    [
      { rows: 2, guarded: 0, upToDate: false },
      ['2 rows saved.', 'Answers or labels changed meanwhile; download again for the latest.'],
    ],
  ])('%j', (downloaded, words) => {
    expect(savedWords(downloaded)).toEqual(words)
  })

  it.each([
    [1, /^1 cell that a spreadsheet would run as a formula was neutralised with a leading apostrophe/],
    [2, /^2 cells that a spreadsheet would run as a formula were neutralised/],
  ])('tells of %d guarded cells, and how to be without', (guarded, words) => {
    const [, told] = savedWords({ rows: 2, guarded, upToDate: true })
    expect(told).toMatch(words)
    expect(told).toMatch(/Opened here again, rows lose it; without Guard formulas it is not added[.]$/)
  })
})

it.each([
  [0, null],
  [1, /^1 row has your label as sentiment/],
  [1200, /^1,200 rows have your labels as sentiment .* stay the model’s[.]$/],
])('tells of %d corrections', (corrected, words) => {
  if (words === null) expect(correctedWords(corrected)).toBeNull()
  else expect(correctedWords(corrected)).toMatch(words)
})

it.each([
  ['csv', /spreadsheet/],
  ['json-lines', /One object a row/],
] as const)('says what %s holds', (kind, words) => {
  expect(formatWords({ kind })).toMatch(words)
})

it('names the delimiters that a file can be saved with', () => {
  expect(EXPORT_DELIMITERS.map(delimiterLabel)).toEqual(['Comma', 'Semicolon', 'Tab', 'Bar'])
})
