import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toProblem } from '../../../domain/errors.ts'
import type { ReadChoices } from '../../../domain/reading.ts'
import { PATIENCE, runs } from '../../../testing/runs.ts'
import { openTable, peekTable } from './openTable.ts'
import { everyRow } from './rowSource.ts'

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'a.csv'): File => new File([text], name)

describe('openTable', () => {
  it('reads UTF-16 and counts what is not decodable', async () => {
    const units = '\uFEFFid\treview\r\n1\tschön 😀\uD800\r\n'
    const bytes = new Uint8Array(new Uint16Array(units.split('').map((unit) => unit.charCodeAt(0))).buffer)
    const { opened } = await openTable([file(bytes)])
    expect(opened.files).toMatchObject([
      { encoding: 'UTF-16 LE', delimiter: '\t', undecodable: 1, bytes: bytes.length },
    ])
    expect(opened.preview).toEqual([['1', 'schön 😀\uFFFD']])
  })

  it('lists what is no row and reads on', async () => {
    const { opened } = await openTable([file('a,b\n1,2\n3,"4\n5,6\n')])
    expect(opened.rows).toBe(2)
    expect(opened.skipped).toEqual([
      { file: 'a.csv', line: 3, reason: 'A quotation mark opens here and is never closed.' },
    ])
  })

  it('lists a bounded number of such pieces', async () => {
    const { opened } = await openTable([file(`a,b\n1,2\n${'3,"4\n'.repeat(1500)}`)])
    expect(opened.skipped).toHaveLength(1000)
    expect(opened.skipped.at(-1)?.reason).toBe(
      'A quotation mark opens here and is never closed. 500 more pieces below it, in this or later files, are no rows either.',
    )
  })

  it('says it right of one piece more', async () => {
    const { opened } = await openTable([file(`{"review":"ok"}\n${'{\n'.repeat(1001)}`, 'a.jsonl')])
    expect(opened.skipped.at(-1)?.reason).toMatch(/JSON[.] 1 more piece below it, .* is no row either[.]$/)
  })

  it('takes one stray byte for damage where the file is UTF-8 elsewhere', async () => {
    const plain = 'ok,fine\n'.repeat(2 ** 18)
    const far = `id,review\n${plain}1,très bien 😍\n2,’nough\n3,é\n4,ü\n${plain}`
    const bytes = new TextEncoder().encode(`${far}5,caf?\n${plain}`)
    bytes[new TextEncoder().encode(far).length + 5] = 0xe9
    const { opened, rows } = await openTable([file(bytes)])
    expect(opened.files).toMatchObject([{ encoding: 'UTF-8', undecodable: 1 }])
    const [stray] = await rows.read(Uint32Array.of(2 ** 19 + 4))
    expect(stray).toEqual(['5', 'caf\uFFFD'])
  })

  it('takes a quote after a backslash for what it is, in cells with quotes and without', async () => {
    const table = await openTable([
      file('id,review\n1,The 6\\" screen is great\n2,\\"Great\\" she said\n3,"say \\"a, b\\" now"\n'),
    ])
    expect((await table.rows.read(everyRow(3))).map(([, review]) => review)).toEqual([
      'The 6" screen is great',
      '"Great" she said',
      'say "a, b" now',
    ])
  })

  it('reads files of different dialects together', async () => {
    const table = await openTable([
      file('id,review\n1,ok'),
      file('id;review\r\n2;"fine, really"\r\n', 'b.csv'),
    ])
    expect(await table.rows.read(Uint32Array.of(1, 0))).toEqual([
      ['2', 'fine, really'],
      ['1', 'ok'],
    ])
    expect([table.rows.numberOf(0), table.rows.numberOf(1)]).toEqual([2, 2])
  })

  it('names columns that only some rows have', async () => {
    const { opened } = await openTable([file('a,b\n1,2\n3,4,5\n')])
    expect(opened.columns.map(({ name }) => name)).toEqual(['a', 'b', 'Column 3'])
    expect(opened.preview).toEqual([
      ['1', '2', ''],
      ['3', '4', '5'],
    ])
  })

  it('reads a thousand columns', async () => {
    const cells = (row: number): string =>
      Array.from({ length: 1000 }, (_, column) => `${row}-${column}`).join(',')
    const table = await openTable([file(Array.from({ length: 50 }, (_, row) => cells(row)).join('\n'))])
    expect(table.opened.columns).toHaveLength(1000)
    expect((await table.rows.read(Uint32Array.of(48)))[0]?.[999]).toBe('49-999')
  })
})

describe('any bytes', () => {
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom(
        ...['a,b\n', '1,"x', '"\n', '\r', '\uFEFF', '😀;', '\t|', 'größer\n', "'a','b'\n", '\\"', 'sep=;\n'],
        ...['[{"a":1},', '{"a":', '"x"}\n', ']', '{"data":[', '#'],
      )
      .map((text) => new TextEncoder().encode(text)),
    fc
      .constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xe9], [0x1f, 0x8b, 8, 0], [0x50, 0x4b, 3, 4])
      .map((bytes) => Uint8Array.from(bytes)),
  )
  const choices: fc.Arbitrary<ReadChoices> = fc.record(
    {
      encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252', 'shift_jis', 'gb18030'),
      format: fc.constantFrom('table', 'lines', 'json', 'json-lines'),
      delimiter: fc.constantFrom(',', ';', 'x'),
      quote: fc.constantFrom('"', "'", null),
      escape: fc.constantFrom('doubled', 'backslash'),
      header: fc.constantFrom(null, 1),
    },
    { requiredKeys: [] },
  )

  it(
    'are a table whose rows can all be read back, or are refused, whatever is chosen',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(pieces, { maxLength: 12 }), choices, async (parts, choice) => {
          const any = new File(parts, 'any', { lastModified: 1 })
          const table = await openTable([any], [choice]).catch(refusal)
          if (typeof table === 'string') return
          const records = await table.rows.read(everyRow(table.rows.length))
          const trimmed = (rows: string[][]): string[] => rows.map((cells) => cells.join('').trim())
          expect(trimmed(records.slice(0, 50))).toEqual(trimmed(table.opened.preview))
          expect(table.opened.files.reduce((sum, { rows }) => sum + rows, 0)).toBe(table.rows.length)
          expect(table.opened.skipped).toHaveLength(table.skipped.count)
          const peek = await peekTable([any], [choice])
          expect(peek.preview.length).toBeLessThanOrEqual(50)
        }),
        { numRuns: runs(300) },
      )
    },
    PATIENCE,
  )
})

/** The code of a refusal that a person understands; anything else is thrown. */
function refusal(thrown: unknown): string {
  const { code } = toProblem(thrown)
  const isChoice = thrown instanceof RangeError && /No record begins|cannot separate/.test(thrown.message)
  if (['not-a-table', 'no-rows'].includes(code) || isChoice) return code
  throw thrown
}

describe('rows', () => {
  it('come back in any order, near and far apart', async () => {
    const lines = Array.from({ length: 5000 }, (_, row) => `${row},"${'é'.repeat(row % 90)}\n"`)
    const table = await openTable([file(['id,review', ...lines].join('\n'))])
    const wanted = Uint32Array.of(4999, 0, 1, 2, 2500, 4998)
    const records = await table.rows.read(wanted)
    expect(records).toEqual(Array.from(wanted, (row) => [String(row), `${'é'.repeat(row % 90)}\n`]))
  })

  it('come in blocks that hold every row once', async () => {
    const text = 'x'.repeat(1e6)
    const table = await openTable([file(['review', ...Array<string>(10).fill(text), 'last'].join('\n'))])
    const seen: number[] = []
    let blocks = 0
    for await (const { rows, records } of table.rows.blocks(everyRow(11))) {
      blocks++
      seen.push(...rows)
      expect(records).toHaveLength(rows.length)
    }
    expect(seen).toEqual([...everyRow(11)])
    expect(blocks).toBeGreaterThan(1)
  })
})
