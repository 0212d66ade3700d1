import type { ColumnRole, Role } from '../../../table/protocol.ts'

/** Every role, in the order of a list, and the words of that list. */
export const ROLE_WORDS: readonly (readonly [role: Role, words: string])[] = [
  ['text', 'Text, is read'],
  ['title', 'Title, read above the text'],
  ['stars', 'Stars'],
  ['label', 'Label'],
  ['group', 'Group'],
  ['version', 'Version'],
  ['date', 'Date'],
  ['language', 'Language'],
  ['id', 'Id'],
]

/** Why a column has its role: as it was guessed, or a person said so. */
export function roleReason(role: Role | null, guess: ColumnRole | undefined): string {
  const offered = role === null && (guess?.role === 'title' || guess?.role === 'text')
  return guess !== undefined && (guess.role === role || offered) ? guess.reason : 'Chosen by you.'
}
