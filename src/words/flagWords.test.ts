import { expect, it } from 'vitest'
import { FLAGS } from '../domain/flags.ts'
import { flagWords } from './flagWords.ts'

it.each(FLAGS)('has a plain sentence for %s', (flag) => {
  expect(flagWords(flag, 2)).toMatch(/^[A-Z][^!]+\.$/)
})
