import { expect, it } from 'vitest'
import { roleReason } from './roleWords.ts'

const guess = (role: 'date' | 'title') => ({ column: 0, role, reason: `guessed ${role}`, dateFormats: [] })

it.each([
  ['as guessed', 'date' as const, guess('date'), 'guessed date'],
  ['offered', null, guess('title'), 'guessed title'],
  ['said by a person', 'group' as const, guess('date'), 'Chosen by you.'],
])('gives the reason of a role that is %s', (_, role, guessed, words) => {
  expect(roleReason(role, guessed)).toBe(words)
})
