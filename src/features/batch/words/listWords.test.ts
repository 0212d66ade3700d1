import { expect, it } from 'vitest'
import { pageWords } from './listWords.ts'

it.each([
  [0, 18_240, 'Rows 1–100 of 18,240'],
  [182, 18_240, 'Rows 18,201–18,240 of 18,240'],
  [0, 3, 'Rows 1–3 of 3'],
  [0, 0, 'No rows'],
])('page %d of %d rows', (page, matching, words) => {
  expect(pageWords(page, 100, matching)).toBe(words)
})
