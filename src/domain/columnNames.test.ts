import { describe, expect, it } from 'vitest'
import { columnNames } from './columnNames.ts'

describe('columnNames', () => {
  it.each([
    [['a', 'b'], 2, ['a', 'b']],
    [['a', '', ' '], 3, ['a', 'Column 2', 'Column 3']],
    [['Title', 'Title', 'Title'], 3, ['Title', 'Title (2)', 'Title (3)']],
    [['a', 'a (2)', 'a'], 3, ['a', 'a (2)', 'a (3)']],
    [['Column 2', ''], 2, ['Column 2', 'Column 2 (2)']],
    [['a'], 3, ['a', 'Column 2', 'Column 3']],
    [['__proto__', 'constructor', '__proto__'], 3, ['__proto__', 'constructor', '__proto__ (2)']],
  ])('%j at %i', (header, width, expected) => {
    expect(columnNames(header, width)).toEqual(expected)
  })
})
