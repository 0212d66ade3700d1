import { expect, it } from 'vitest'
import {
  asTextFormat,
  bareName,
  FILE_FORMATS,
  formatEnding,
  OPENED_KINDS,
  TEXT_FORMATS,
} from './fileFormats.ts'

it('no two formats share a key, an ending or a type', () => {
  const all = FILE_FORMATS.flatMap(({ key, endings, types }) => [key, ...endings, ...types])
  expect(new Set(all).size).toBe(all.length)
})

it('offers every ending of every format, and what files are packed in', () => {
  for (const kind of ['.csv', '.tsv', '.txt', '.jsonl', '.json', '.xlsx', '.gz', '.zip', 'text/csv']) {
    expect(OPENED_KINDS).toContain(kind)
  }
})

it('lets a person choose among the formats of text alone', () => {
  expect(TEXT_FORMATS.map(({ key }) => key)).toEqual(['table', 'lines', 'json-lines', 'json'])
  expect(asTextFormat('json')).toBe('json')
  expect(asTextFormat('sheet')).toBeNull()
})

it.each([
  ['march.csv', 'march', '.csv', '.csv'],
  ['march.TSV.gz', 'march', null, null],
  ['march.v2.xlsx', 'march.v2', '.xlsx', null],
  ['march.backup', 'march.backup', null, null],
  ['csv', 'csv', null, null],
  ['.csv', '', '.csv', '.csv'],
  ['all.zip', 'all', null, null],
])('%s is %s with the ending %s, of text %s', (name, bare, ending, text) => {
  expect(bareName(name)).toBe(bare)
  expect(formatEnding(name)).toBe(ending)
  expect(formatEnding(name, { text: true })).toBe(text)
})
