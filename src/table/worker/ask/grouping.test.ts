import { describe, expect, it } from 'vitest'
import { askedTable } from './askedTable.ts'
import { grouping } from './columnGroups.ts'
import type { Grouping } from './grouping.ts'
import { openTable } from '../rows/openTable.ts'

/** The grouping of a file's column `g`, and the group's value of each row. */
async function groupsOf(cells: readonly string[]): Promise<Grouping & { perRow: (string | undefined)[] }> {
  const lines = cells.map((cell, row) => `${row},${cell}`)
  const table = await openTable([new File([['id,g', ...lines].join('\n')], 'a.csv')])
  const found = await grouping(askedTable(table), 1)
  return { ...found, perRow: Array.from(found.ids, (id) => found.values[id]) }
}

const days = (count: number, step: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1) + index * step * 86_400_000).toISOString().slice(0, 10),
  )

describe('grouping', () => {
  it('takes each value, trimmed, and empty cells last', async () => {
    const { by, values, ordered, perRow } = await groupsOf(['iOS', '', ' iOS ', 'Android'])
    expect([by, ordered]).toEqual(['value', false])
    expect(values.at(-1)).toBe('')
    expect(perRow).toEqual(['iOS', '', 'iOS', 'Android'])
  })

  it('knows the order of versions', async () => {
    const { values, ordered } = await groupsOf(['2.10', '', '2.9', '2.10'])
    expect([ordered, values]).toEqual([true, ['2.9', '2.10', '']])
  })

  it.each([
    ['day', days(40, 1), '2026-01-01'],
    ['week', days(41, 1), '2025-12-29'],
    ['month', days(60, 8), '2026-01'],
    ['year', days(200, 30), '2026'],
  ])('groups by %s when finer would be too many', async (unit, dates, first) => {
    const { by, values, perRow } = await groupsOf(dates)
    expect([by, values[0], perRow[0]]).toEqual([unit, first, first])
    expect(values.length).toBeLessThanOrEqual(40)
    expect(values).toEqual(values.toSorted())
  })

  it('keeps rows whose date cannot be read as a group', async () => {
    const { dateFormat, perRow } = await groupsOf([...days(30, 1), 'soon', ''])
    expect(dateFormat).toBe('yyyy-MM-dd')
    expect(perRow.slice(-2)).toEqual(['', ''])
  })
})

it('is of the dates as somebody said meanwhile that they are written', async () => {
  const table = askedTable(await openTable([new File(['date,review\n01/02/2026,a good app\n'], 'a.csv')]))
  const counting = grouping(table, 0)
  table.dateFormats[0] = 'MM/dd/yyyy'
  expect((await counting).dateFormat).toBe('MM/dd/yyyy')
  expect((await grouping(table, 0)).dateFormat).toBe('MM/dd/yyyy')
})
