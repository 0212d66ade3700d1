import { describe, expect, it } from 'vitest'
import { CsvPieces } from './csvPieces.ts'

describe('rows as CSV', () => {
  it('are one text, however many pieces it has', async () => {
    const pieces = new CsvPieces()
    const long = 'é'.repeat(400_000)
    for (const cells of [['a', 'b'], [long, '1'], [long, '2'], [long, '"'], ['']]) pieces.add(cells)
    const csv = pieces.end()
    expect(await csv.text()).toBe(`a,b\r\n${long},1\r\n${long},2\r\n${long},""""\r\n""\r\n`)
  })

  it('are refused where they have more bytes than may be unpacked', () => {
    const pieces = new CsvPieces(2 ** 20)
    pieces.add(['é'.repeat(400_000)])
    expect(() => pieces.add(['é'.repeat(400_000)])).not.toThrow()
    expect(() => pieces.end()).toThrow('unpacks to more than')
  })
})
