import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../domain/errors.ts'
import { problemWords } from './problemWords.ts'

describe.each(ERROR_CODES)('the words for %s', (code) => {
  const { happened, kept, next } = problemWords(code)

  it.each([
    { part: 'what happened', words: happened },
    { part: 'what was kept', words: kept },
    { part: 'what to do next', words: next },
  ])('say $part in plain sentences', ({ words }) => {
    expect(words).toMatch(/^[A-Z][^!]+[.]”?$/)
  })
})
