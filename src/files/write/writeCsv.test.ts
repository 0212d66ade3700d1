import { describe, expect, it } from 'vitest'
import { csvRecord } from './writeCsv.ts'

describe('csvRecord', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['a,b', 'c;d'], '"a,b",c;d\r\n'],
    [['say "hi"'], '"say ""hi"""\r\n'],
    [['two\nlines', 'cr\r'], '"two\nlines","cr\r"\r\n'],
    [[' padded', 'tab\t'], '" padded","tab\t"\r\n'],
    [['', ''], ',\r\n'],
    [[''], '""\r\n'],
  ])('%j', (cells, expected) => {
    expect(csvRecord(cells, ',')).toBe(expected)
  })

  it('quotes the delimiter in use', () => {
    expect(csvRecord(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n')
  })
})
