import { expect, it } from 'vitest'
import { skippedName } from './saveSkipped.ts'

it.each([
  ['march.csv', 'march-not-read.csv'],
  ['dump.2026.jsonl', 'dump.2026-not-read.jsonl'],
  ['book.xlsx', 'book-not-read.txt'],
  ['all.zip: folder/march.tsv', 'all.zip-folder-march-not-read.tsv'],
  ['Pasted rows', 'Pasted rows-not-read.txt'],
])('saves what %s could not give as %s', (name, saved) => {
  expect(skippedName([name, 'other.csv'])).toBe(saved)
})
