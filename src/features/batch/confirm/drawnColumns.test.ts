import { expect, it } from 'vitest'
import type { Role } from '../../../table/protocol.ts'
import { DRAWN, drawnColumns } from './drawnColumns.ts'

const columns = Array.from({ length: 1000 }, (_, index) => ({
  index,
  name: `field ${index}`,
  kind: 'other' as const,
}))
const roles = columns.map(({ index }): Role | null =>
  index === 500 ? 'text' : index === 900 ? 'stars' : null,
)
const names = (part: number, search?: string): string[] =>
  drawnColumns(columns, roles, part, search).columns.map(({ name }) => name)

it('draws all of a few columns', () => {
  expect(drawnColumns(columns.slice(0, DRAWN), [], 0)).toEqual({ columns: columns.slice(0, DRAWN), parts: 1 })
})

it('draws the first of many, and those with a role wherever they stand', () => {
  expect(names(0)).toHaveLength(DRAWN)
  expect(names(0).slice(-3)).toEqual(['field 27', 'field 500', 'field 900'])
})

it('comes by every column, each once but for those with a role', () => {
  const { parts } = drawnColumns(columns, roles, 0)
  const seen = Array.from({ length: parts }, (_, part) => names(part)).flat()
  const others = seen.filter((name) => name !== 'field 500' && name !== 'field 900')
  expect(new Set(others).size).toBe(998)
  expect(others).toHaveLength(998)
})

it('stays at the last part', () => {
  expect(names(99)).toEqual(names(35))
  expect(names(35)).toContain('field 999')
})

it('finds columns by a part of their name', () => {
  expect(names(0, ' FIELD 731 ')).toEqual(['field 500', 'field 731', 'field 900'])
})

it('draws what is read, and no more than it may, even when very many columns are groups', () => {
  const all = columns.map(({ index }): Role => (index === 999 ? 'text' : index === 990 ? 'date' : 'group'))
  const drawn = drawnColumns(columns, all, 0).columns
  expect(drawn).toHaveLength(DRAWN)
  expect(drawn.slice(-2).map(({ name }) => name)).toEqual(['field 990', 'field 999'])
})
