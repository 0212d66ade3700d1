import { describe, expect, it } from 'vitest'
import { fitCells, tableWidth } from './cells.ts'

describe('tableWidth', () => {
  it.each([
    [3, 2, 3],
    [3, 5, 5],
    [3, 5000, 67],
  ])('header of %i, longest row of %i: %i', (header, longest, expected) => {
    expect(tableWidth(header, longest)).toBe(expected)
  })
})

describe('fitCells', () => {
  it.each([
    [['a'], ['a', '', '']],
    [
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
    [
      ['a', 'b', 'c', 'd', 'e'],
      ['a', 'b', 'c;d;e'],
    ],
  ])('%j', (cells, expected) => {
    expect(fitCells(cells, 3, ';')).toEqual(expected)
  })
})
