import { describe, expect, it } from 'vitest'
import { ADDED_COLUMNS, addedNames, flagsColumn } from './addedColumns.ts'

describe('addedNames', () => {
  it.each([
    [['review'], ADDED_COLUMNS],
    [
      ['review', ' Sentiment ', 'FLAGS', 'flags_2'],
      ['sentiment_2', 'confidence', 'p_negative', 'p_neutral', 'p_positive', 'flags_3'],
    ],
  ])('beside %j', (taken, names) => {
    expect(addedNames(taken)).toEqual(names)
  })
})

describe('flagsColumn', () => {
  it.each([
    ['an export', ['review', ...ADDED_COLUMNS], 6],
    ['an export with columns behind', [...ADDED_COLUMNS, 'mine'], 5],
    ['names with suffixes', ['flags', ...addedNames(['flags', 'sentiment'])], 6],
    ['an export of an export', [...ADDED_COLUMNS, ...addedNames(ADDED_COLUMNS)], 11],
    ['a file with flags of its own', ['review', 'flags'], -1],
    ['some of the columns', ['review', ...ADDED_COLUMNS.slice(1)], -1],
    ['other suffixes', ADDED_COLUMNS.map((name) => `${name}_a`), -1],
    ['no columns', [], -1],
  ])('%s', (_, names, expected) => {
    expect(flagsColumn(names)).toBe(expected)
  })
})
