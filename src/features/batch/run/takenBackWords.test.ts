import { expect, it } from 'vitest'
import { takenBackWords } from './takenBackWords.ts'

it.each([
  [1, /^1 row is read again: /],
  [1250, /^1,250 rows are read again: /],
])('%i', (rows, words) => {
  expect(takenBackWords(rows)).toMatch(words)
})
