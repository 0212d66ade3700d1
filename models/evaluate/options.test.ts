import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('readOptions', () => {
  it('takes the shipped model, all rows and one worker unless told otherwise', () => {
    expect(readOptions(['test.csv'], '/data')).toEqual({
      file: '/data/test.csv',
      limit: Infinity,
      json: null,
      columns: { text: null, label: null },
      numbers: null,
      model: null,
      workers: 1,
    })
  })

  it('reads every option', () => {
    const args =
      '/a.csv --limit 5 --json o.json --text body --label stars --numbers stars --model m --workers 2'.split(
        ' ',
      )
    expect(readOptions(args, '/data')).toEqual({
      file: '/a.csv',
      limit: 5,
      json: '/data/o.json',
      columns: { text: 'body', label: 'stars' },
      numbers: 'stars',
      model: '/data/m',
      workers: 2,
    })
  })

  it.each([
    { args: [], says: 'Name the file' },
    { args: ['a.csv', '--most', '3'], says: "Unknown option '--most'" },
    { args: ['a.csv', 'b.csv'], says: 'One file at a time' },
    { args: ['a.csv', '--limit', '0'], says: '--limit is a whole number' },
    { args: ['a.csv', '--limit', '1e3'], says: '--limit is a whole number' },
    { args: ['a.csv', '--workers', 'two'], says: '--workers is a whole number' },
    { args: ['a.csv', '--numbers', 'grades'], says: '--numbers is one of labels, binary, stars' },
  ])('refuses $args', ({ args, says }) => {
    expect(() => readOptions(args, '/')).toThrow(says)
  })
})
