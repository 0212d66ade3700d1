import { describe, expect, it } from 'vitest'
import { FileColumns, TableColumns } from './tableColumns.ts'

describe('FileColumns', () => {
  it('leave cells as they are where orders agree', () => {
    const file = new FileColumns(new TableColumns(), ['a', 'b'])
    file.follow()
    const short = ['1']
    const long = ['1', '2', '3']
    expect(file.arrange(short)).toBe(short)
    expect(file.arrange(long)).toBe(long)
  })

  it('put cells where the table has their names, and unnamed ones behind all', () => {
    const table = new TableColumns()
    const first = new FileColumns(table, ['a', 'b'])
    const second = new FileColumns(table, ['c', 'b', 'a'])
    first.follow()
    second.follow()
    expect(table.names).toEqual(['a', 'b', 'c'])
    expect(second.arrange(['3', '2', '1', 'x'])).toEqual(['1', '2', '3', 'x'])
    expect(second.arrange(['3'])).toEqual(['', '', '3'])
    expect(first.arrange(['1', '2', 'x'])).toEqual(['1', '2', '', 'x'])
  })

  it('follow names that come while a file is read', () => {
    const table = new TableColumns()
    const names: string[] = ['a']
    const file = new FileColumns(table, names)
    file.follow()
    names.push('b')
    file.follow()
    expect(table.names).toEqual(['a', 'b'])
    expect(file.arrange(['1', '2'])).toEqual(['1', '2'])
  })
})
