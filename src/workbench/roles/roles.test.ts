import { describe, expect, it } from 'vitest'
import type { Role } from '../../table/protocol.ts'
import {
  changesFrom,
  labelColumn,
  rolesOf,
  textColumns,
  withRole,
  withTextColumn,
  type Roles,
} from './roles.ts'

const GUESSED: (Role | null)[] = ['date', 'stars', 'title', 'text', 'text', null]
const TABLE = {
  columns: ['When', 'Stars', 'Title', 'Body', 'Notes', 'constructor'].map((name, index) => ({
    index,
    name,
    kind: 'other' as const,
  })),
  roles: GUESSED.map((role, column) => ({ column, role, reason: `guessed ${role}`, dateFormats: [] })),
  textColumn: 3,
}
const plain = rolesOf(TABLE, new Map())

describe('rolesOf', () => {
  it('reads one column until a person says otherwise', () => {
    expect(plain).toEqual(['date', 'stars', null, 'text', null, null])
  })

  it('takes what a person said before what is guessed', () => {
    expect(rolesOf(TABLE, new Map([['Title', 'title']]))[2]).toBe('title')
    expect(rolesOf(TABLE, new Map([['Body', null]]))[3]).toBeNull()
  })

  it('takes a role away from the guess when a person gave it to another column', () => {
    expect(rolesOf(TABLE, new Map([['Notes', 'stars']]))).toEqual(['date', null, null, 'text', 'stars', null])
  })

  it('knows columns named like parts of JavaScript', () => {
    expect(rolesOf(TABLE, new Map([['constructor', 'group']]))[5]).toBe('group')
  })
})

describe('a change of roles', () => {
  it.each<[string, Roles, Roles]>([
    ['leaves several texts', withRole(plain, 4, 'text'), ['date', 'stars', null, 'text', 'text', null]],
    ['leaves one date', withRole(plain, 5, 'date'), [null, 'stars', null, 'text', null, 'date']],
    ['can be none', withRole(plain, 0, null), [null, 'stars', null, 'text', null, null]],
    [
      'of the text column is one column',
      withTextColumn(plain, 4),
      ['date', 'stars', null, null, 'text', null],
    ],
  ])('%s', (_, roles, expected) => {
    expect(roles).toEqual(expected)
  })

  it('is kept by name, and comes back the same', () => {
    const roles = withRole(withRole(plain, 2, 'title'), 4, 'date')
    const changes = changesFrom(TABLE, roles)
    expect([...changes]).toEqual([
      ['When', null],
      ['Title', 'title'],
      ['Notes', 'date'],
    ])
    expect(rolesOf(TABLE, changes)).toEqual(roles)
    expect(changesFrom(TABLE, plain).size).toBe(0)
  })
})

it('reads the title first, then texts in the order of the file', () => {
  expect(textColumns(plain)).toEqual({ column: 3, above: [] })
  expect(textColumns(['text', 'text', 'title'])).toEqual({ column: 1, above: [2, 0] })
  expect(textColumns(['title'])).toBeNull()
})

it('counts a label before stars', () => {
  expect(labelColumn(['stars', 'label'])).toBe(1)
  expect(labelColumn(['stars', null])).toBe(0)
  expect(labelColumn([null])).toBeNull()
})
