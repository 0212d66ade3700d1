import { describe, expect, it } from 'vitest'
import type { FileReading } from '../../../domain/reading.ts'
import { TABLE_READING } from '../../../testing/tableReading.ts'
import { raggedWords, readAsWords, undecodableWords, unguardedWords } from './readingWords.ts'

const guess = <T>(value: T) => ({ value, reason: '', chosen: false, alternatives: [] })

describe('readAsWords', () => {
  it.each<[Partial<FileReading>, string]>([
    [{}, 'Read as: table, UTF-8, comma, names in line 1.'],
    [{ header: guess(null) }, 'Read as: table, UTF-8, comma, no column names.'],
    [
      { delimiter: guess('\t'), quote: guess(null) },
      'Read as: table, UTF-8, tab, no quotes, names in line 1.',
    ],
    [{ delimiter: guess('§') }, 'Read as: table, UTF-8, §, names in line 1.'],
    [{ format: guess('json'), delimiter: null, quote: null, header: null }, 'Read as: JSON, UTF-8.'],
    [
      { format: guess('sheet'), sheet: guess('May'), encoding: null, delimiter: null, header: guess(1200) },
      'Read as: sheet “May”, names in line 1,200.',
    ],
  ])('%#', (change, words) => {
    expect(readAsWords({ ...TABLE_READING, ...change })).toBe(words)
  })
})

it.each([
  [0, null],
  [1, '1 place was not valid in this encoding and is shown as �.'],
  [1200, '1,200 places were not valid in this encoding and are shown as �.'],
])('says that %i places could not be decoded', (count, words) => {
  expect(undecodableWords(count)).toBe(words)
})

it.each([
  [{ short: 0, long: 0 }, null],
  [
    { short: 1, long: 0 },
    '1 row has fewer cells than there are columns; the missing ones are read as empty.',
  ],
  [{ short: 0, long: 3 }, '3 rows have more cells than the first row; they are kept.'],
])('says how rows are ragged: %o', (ragged, words) => {
  expect(raggedWords([{ ragged }])).toBe(words)
})

it.each([
  [[0, 0], null],
  [[1, 2], 'In 3 rows an earlier download had put an apostrophe before formulas; they are read without it.'],
])('says in how many rows of files formulas were guarded: %o', (counts, words) => {
  expect(unguardedWords(counts.map((unguarded) => ({ unguarded })))).toBe(words)
})

it('adds ragged rows of all files', () => {
  const words = raggedWords([{ ragged: { short: 1, long: 0 } }, { ragged: { short: 2, long: 1 } }])
  expect(words).toMatch(/^3 rows have fewer .* 1 row has more /)
})
