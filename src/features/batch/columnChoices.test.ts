import { describe, expect, it } from 'vitest'
import type { Column, ColumnKind } from '../../table/protocol.ts'
import { breakdownColumns, dateColumn, extraColumns, firstBreakdown } from './columnChoices.ts'

const columns = (...given: [string, ColumnKind][]): Column[] =>
  given.map(([name, kind], index) => ({ index, name, kind }))

const PLAY = columns(
  ['Package Name', 'other'],
  ['App Version Name', 'group'],
  ['Review Submit Date and Time', 'date'],
  ['Star Rating', 'group'],
  ['Review Text', 'text'],
)

it('shows stars and version beside the text', () => {
  expect(extraColumns(PLAY, 4).map(({ name }) => name)).toEqual(['Star Rating', 'App Version Name'])
})

it.each([
  ['app_version', 'appVersion'],
  ['starRating', 'review_score'],
])('finds words in %s and %s', (first, second) => {
  expect(extraColumns(columns([first, 'group'], [second, 'group']), null).length).toBeGreaterThan(0)
})

it('shows neither the text again nor an empty column', () => {
  expect(extraColumns(columns(['rating', 'text'], ['version', 'empty']), 0)).toEqual([])
})

it('offers groups and dates', () => {
  expect(breakdownColumns(PLAY, 4).map(({ index }) => index)).toEqual([1, 2, 3])
})

describe('firstBreakdown', () => {
  it.each([
    ['a version', PLAY, 1],
    ['an app before any other group', columns(['stars', 'group'], ['product', 'group']), 1],
    ['any group', columns(['x', 'other'], ['stars', 'group']), 1],
    ['a date', columns(['x', 'other'], ['when', 'date']), 1],
    ['nothing', columns(['id', 'other'], ['text', 'text']), null],
  ])('%s', (_, given, expected) => {
    expect(firstBreakdown(given, null)).toBe(expected)
  })
})

describe('dateColumn', () => {
  it.each([
    ['the first of dates', columns(['id', 'other'], ['written', 'date'], ['answered', 'date']), 1],
    ['no date that is read as text', columns(['written', 'date'], ['answered', 'date']), 1],
    ['none without dates', columns(['id', 'other'], ['stars', 'group']), null],
  ])('%s', (_, given, expected) => {
    expect(dateColumn(given, 0)).toBe(expected)
  })
})
