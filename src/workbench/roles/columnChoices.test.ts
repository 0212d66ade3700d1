import { describe, expect, it } from 'vitest'
import type { Column, Role } from '../../table/protocol.ts'
import { breakdownColumns, dateColumn, extraColumns, firstBreakdown } from './columnChoices.ts'

const columns: Column[] = ['Package Name', 'Version', 'Submitted', 'Stars', 'Text', 'Link'].map(
  (name, index) => ({
    index,
    name,
    kind: 'other',
  }),
)
const ROLES: (Role | null)[] = ['group', 'version', 'date', 'stars', 'text', null]

it('shows stars and version beside the text, whatever they are called', () => {
  expect(extraColumns(columns, ROLES).map(({ name }) => name)).toEqual(['Stars', 'Version'])
  expect(extraColumns(columns, [null, null, null, null, 'text', 'version']).map(({ name }) => name)).toEqual([
    'Link',
  ])
})

it('breaks down by what has a role that tells rows apart, in the order of the file', () => {
  expect(breakdownColumns(columns, ROLES).map(({ name }) => name)).toEqual([
    'Package Name',
    'Version',
    'Submitted',
    'Stars',
  ])
})

describe('firstBreakdown', () => {
  it.each<[string, (Role | null)[], number | null]>([
    ['a version', ROLES, 1],
    ['a group before stars', ['stars', 'group', 'text'], 1],
    ['stars before a date', ['date', 'stars', 'text'], 1],
    ['a date', ['id', 'date'], 1],
    ['nothing', ['id', 'text', null], null],
  ])('%s', (_, roles, expected) => {
    expect(firstBreakdown(roles)).toBe(expected)
  })
})

it('takes the date by its role', () => {
  expect(dateColumn(ROLES)).toBe(2)
  expect(dateColumn(['text'])).toBeNull()
})
