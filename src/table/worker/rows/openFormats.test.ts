import { describe, expect, it } from 'vitest'
import type { ReadChoices } from '../../../domain/reading.ts'
import type { ArchiveFile } from '../../../files/archive/archive.ts'
import { sheetsOf } from '../../../files/formats/workbook.ts'
import { unpackedBlob } from '../../../files/archive/unpackedBlob.ts'
import { gzipOf, zipOf } from '../../../testing/archives.ts'
import { PATIENCE } from '../../../testing/runs.ts'
import { encodeText } from '../../../testing/encodeText.ts'
import { workbookOf } from '../../../testing/workbook.ts'
import { openTable, peekTable, type OpenedRows } from './openTable.ts'
import { everyRow } from './rowSource.ts'

type Body = string | Uint8Array<ArrayBuffer>
const file = (body: Body, name = 'a.csv'): File => new File([body], name, { lastModified: 1 })

const open = (body: Body, name?: string, choices: ReadChoices = {}): Promise<OpenedRows> =>
  openTable([file(body, name)], [choices])

const rowsOf = ({ rows }: OpenedRows): Promise<string[][]> => rows.read(everyRow(rows.length))
const namesOf = ({ opened }: OpenedRows): string[] => opened.columns.map(({ name }) => name)

describe('gzip', { timeout: PATIENCE }, () => {
  it('is unpacked, whatever is inside', async () => {
    const table = await open(
      await gzipOf(encodeText('\uFEFFid;review\r\n1;größer\r\n', 'utf-16le')),
      'a.csv.gz',
    )
    expect(await rowsOf(table)).toEqual([['1', 'größer']])
    expect(table.opened.files[0]).toMatchObject({ name: 'a.csv.gz', encoding: 'UTF-16 LE', delimiter: ';' })
  })

  it('gives what comes before a damaged place, and says so', async () => {
    const noise = Array.from({ length: 4000 }, (_, row) => `${row},${Math.sin(row)}`)
    const whole = await gzipOf(['id,review', ...noise].join('\n'))
    const table = await open(whole.slice(0, whole.length / 2), 'a.csv.gz')
    expect(table.rows.length).toBeGreaterThan(500)
    expect(table.opened.skipped.at(-1)?.reason).toMatch(/damaged or cut off/)
  })

  it('is read to the end where it has several members', async () => {
    const parts = await Promise.all(['id,review\n1,go', 'od\n', '2,bad\n'].map((part) => gzipOf(part)))
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    const table = await open(bytes, 'a.csv.gz')
    expect(await rowsOf(table)).toEqual([
      ['1', 'good'],
      ['2', 'bad'],
    ])
    expect(table.opened.skipped).toEqual([])
  })

  it('stops at a limit', async () => {
    const bomb = await gzipOf('x'.repeat(5_000_000))
    expect(bomb.length).toBeLessThan(10_000)
    const stream = new Blob([bomb]).stream().pipeThrough(new DecompressionStream('gzip'))
    await expect(unpackedBlob(stream, undefined, 1_000_000)).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('ZIP', { timeout: PATIENCE }, () => {
  const march = 'stars,review\n5,good in March\n'
  const april = 'review,stars\nbad in April,1\n'

  it('reads all files with the same columns together, and says which', async () => {
    const archive = await zipOf({
      'notes/readme.txt': 'nothing to see here',
      'march.csv': march.repeat(1) + '4,fine\n',
      'april.csv': 'stars,review\n1,bad in April\n',
      '__MACOSX/._march.csv': 'resource fork',
      'chart.png': 'no table',
    })
    const table = await open(archive, 'reviews.zip')
    expect(await rowsOf(table)).toEqual([
      ['5', 'good in March'],
      ['4', 'fine'],
      ['1', 'bad in April'],
    ])
    expect(table.opened.files.map(({ name }) => name)).toEqual([
      'reviews.zip: march.csv',
      'reviews.zip: april.csv',
    ])
    const { archives } = await peekTable([file(archive, 'reviews.zip')])
    expect(archives).toEqual([
      {
        name: 'reviews.zip',
        source: 0,
        members: {
          value: ['march.csv', 'april.csv'],
          reason: '2 of 3 files have the columns of the largest one.',
          chosen: false,
          alternatives: ['notes/readme.txt', 'march.csv', 'april.csv'].map((name) => ({
            value: [name],
            words: name,
          })),
        },
      },
    ])
  })

  it('reads those that are chosen', async () => {
    const archive = await zipOf({ 'march.csv': march, 'april.csv': april })
    const table = await open(archive, 'reviews.zip', { members: ['april.csv'] })
    expect(await rowsOf(table)).toEqual([['bad in April', '1']])
    await expect(open(archive, 'reviews.zip', { members: [] })).rejects.toMatchObject({ code: 'no-rows' })
  })

  it('holds a workbook', async () => {
    const archive = await zipOf({ 'book.xlsx': await workbookOf({ A: [['review'], ['in a workbook']] }) })
    expect(await rowsOf(await open(archive, 'book.zip'))).toEqual([['in a workbook']])
  })

  it.each([
    ['nothing that can be read', () => zipOf({ 'a.png': 'x' }), 'not-a-table'],
    ['an archive', async () => zipOf({ 'b.csv': await zipOf({ 'c.csv': march }) }), 'not-a-table'],
    ['what is encrypted', () => zipOf({ 'a.csv': march }, 'secret'), 'not-a-table'],
    ['a damaged directory', async () => (await zipOf({ 'a.csv': march })).slice(0, 60), 'not-a-table'],
  ])('refuses %s', async (_name, make, code) => {
    await expect(open(await make(), 'a.zip')).rejects.toMatchObject({ code })
  })
})

describe('an Excel workbook', { timeout: PATIENCE }, () => {
  const book = (): Promise<Uint8Array<ArrayBuffer>> =>
    workbookOf({
      'Read me': [['Made by a tool']],
      'Q&A "reviews"': [
        ['Export of March'],
        null,
        ['Date', 'Stars', 'Review', 'Verified', 'Score', 'Reply'],
        [{ date: 45992 }, 5, 'Great & <b>bold</b>,\n"two" lines', true, 0.1 + 0.2, { inline: 'thanks' }],
        [{ date: 45992.75 }, 1, 'Bad 😀', false, 1e21, { formula: 'A1&"x"', value: 'computed' }],
        null,
        [null, 3, null, null, { error: '#N/A' }, ''],
        ['', null],
      ],
    })

  it('is read sheet by sheet, dates as ISO days', async () => {
    const table = await open(await book(), 'book.xlsx')
    expect(namesOf(table)).toEqual(['Date', 'Stars', 'Review', 'Verified', 'Score', 'Reply'])
    expect(await rowsOf(table)).toEqual([
      ['2025-12-01', '5', 'Great & <b>bold</b>,\n"two" lines', 'TRUE', '0.3', 'thanks'],
      ['2025-12-01 18:00:00', '1', 'Bad 😀', 'FALSE', '1e+21', 'computed'],
      [''],
      ['', '3', '', '', '#N/A'],
    ])
    const [only] = table.opened.files
    expect(only).toMatchObject({ encoding: null, delimiter: null, reading: { leadingLines: 2 } })
    expect(only?.reading.sheet).toEqual({
      value: 'Q&A "reviews"',
      reason: 'It is the largest of 2 sheets.',
      chosen: false,
      alternatives: [
        { value: 'Read me', words: 'Read me' },
        { value: 'Q&A "reviews"', words: 'Q&A "reviews"' },
      ],
    })
  })

  it('numbers rows and lines as Excel does, whatever line breaks cells have', async () => {
    const { rows } = await open(await book(), 'book.xlsx')
    expect([0, 1, 2, 3].map((row) => [rows.numberOf(row), rows.index.line(row)])).toEqual([
      [4, 4],
      [5, 5],
      [6, 6],
      [7, 7],
    ])
  })

  it('can be read from another sheet, and from another line', async () => {
    const first = await open(await book(), 'book.xlsx', { sheet: 'Read me', header: null })
    expect(await rowsOf(first)).toEqual([['Made by a tool']])
    await expect(open(await book(), 'book.xlsx', { sheet: 'none' })).rejects.toThrow(RangeError)
    const other = await open(await book(), 'book.xlsx', { header: 4 })
    expect(namesOf(other)[1]).toBe('5')
  })

  it('is refused when it is too large to be read in memory', async () => {
    const part = (name: string, bytes: number): ArchiveFile => ({
      name,
      bytes,
      stream: () => new Blob().stream(),
    })
    for (const [bytes, files] of [
      [201e6, [part('xl/workbook.xml', 500)]],
      [1e6, [part('xl/workbook.xml', 500), part('xl/sharedStrings.xml', 151e6)]],
      [1e6, [part('xl/workbook.xml', 500), part('xl/worksheets/sheet1.xml', 2e9)]],
    ] as const) {
      await expect(sheetsOf('a.xlsx', bytes, files)).rejects.toMatchObject({ code: 'too-large' })
    }
  })

  it('is refused when it is damaged, empty or encrypted', async () => {
    const bytes = await book()
    for (const body of [
      bytes.slice(0, bytes.length / 2),
      await zipOf({ 'xl/workbook.xml': '<workbook/>' }),
      await zipOf({ 'xl/workbook.xml': '<workbook><sheet name="A" r:id="rId1"/></workbook>' }),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
    ]) {
      await expect(open(body, 'book.xlsx')).rejects.toMatchObject({ code: 'not-a-table' })
    }
  })
})

describe('JSON', { timeout: PATIENCE }, () => {
  it('may be a list of cells a line, with names or without', async () => {
    const rows = '[1,5,"I love this app"]\n[2,null,"It is, \\"well\\", bad"]\n'
    const cells = [
      ['1', '5', 'I love this app'],
      ['2', '', 'It is, "well", bad'],
    ]
    const named = await open(`["id","stars","review"]\n${rows}`, 'a.jsonl')
    expect([namesOf(named), await rowsOf(named)]).toEqual([['id', 'stars', 'review'], cells])
    expect(named.opened.files[0]?.ragged).toEqual({ short: 0, long: 0 })
    const bare = await open(rows, 'a.jsonl')
    expect([namesOf(bare), await rowsOf(bare)]).toEqual([['Column 1', 'Column 2', 'Column 3'], cells])
    const texts = await open('["good","bad"]', 'a.json')
    expect(await rowsOf(texts)).toEqual([['good'], ['bad']])
  })

  it('is a table of every name, and every row comes back', async () => {
    const lines = ['{"stars":5,"text":"gut\\nso"}', '{"text":"é 😀","at":{"y":1}}', 'oops', '{"stars":null}']
    const table = await open(lines.join('\n'), 'a.jsonl')
    expect(namesOf(table)).toEqual(['stars', 'text', 'at'])
    expect(await rowsOf(table)).toEqual([
      ['5', 'gut\nso', ''],
      ['', 'é 😀', '{"y":1}'],
      ['', '', ''],
    ])
    expect(table.opened.preview).toEqual(await rowsOf(table))
    expect(table.opened.skipped).toEqual([
      { file: 'a.jsonl', line: 3, reason: 'The line is not valid JSON.' },
    ])
    expect(await table.skipped.export().text()).toBe('oops\n\n')
    expect([0, 1, 2].map((row) => table.rows.index.line(row))).toEqual([1, 2, 4])
  })

  it('is an answer of an app store', async () => {
    const answer = {
      data: [
        {
          type: 'customerReviews',
          id: 'a1',
          attributes: { rating: 5, title: 'Wow', body: 'I love all of this app' },
        },
        {
          type: 'customerReviews',
          id: 'a2',
          attributes: { rating: 1, title: 'Meh', body: 'It crashes all day long' },
        },
      ],
      links: { self: 'https://example.test' },
    }
    const table = await open(JSON.stringify(answer, null, 2), 'answer.json')
    expect(namesOf(table)).toEqual(['type', 'id', 'rating', 'title', 'body'])
    expect(table.opened.textColumn).toBe(4)
    expect(await rowsOf(table)).toHaveLength(2)
  })

  it('in UTF-16 is read as well', async () => {
    const table = await open(encodeText('\uFEFF[{"a":"größer"},{"a":"x"}]', 'utf-16be'), 'a.json')
    expect(await rowsOf(table)).toEqual([['größer'], ['x']])
  })
})

describe('plain text', () => {
  it('is one text a line', async () => {
    const table = await open('Great app, really\r\n\r\n"Quoted" at the start\r\nlast; one', 'a.txt')
    expect(namesOf(table)).toEqual(['Text'])
    expect(await rowsOf(table)).toEqual([
      ['Great app, really'],
      [''],
      ['"Quoted" at the start'],
      ['last; one'],
    ])
    expect([table.rows.numberOf(0), table.rows.numberOf(3)]).toEqual([1, 4])
  })
})

describe('several files', { timeout: PATIENCE }, () => {
  it('are matched by the names of their columns', async () => {
    const sheet = [
      ['version', 'stars', 'review'],
      ['4.0', 4, 'sheet'],
    ]
    const table = await openTable([
      file('stars,review,version\n5,good,1.0\n'),
      file('review;version;stars\r\nok;2.0;3\r\nbad;2.0;1;extra\r\nfine;2.0;4\r\nshort\r\n', 'b.csv'),
      file('{"version":"3.0","review":"so so"}\n{"review":"late","country":"US"}', 'c.jsonl'),
      file(await workbookOf({ A: sheet }), 'd.xlsx'),
    ])
    expect(namesOf(table)).toEqual(['stars', 'review', 'version', 'country', 'Column 5'])
    expect(await rowsOf(table)).toEqual([
      ['5', 'good', '1.0'],
      ['3', 'ok', '2.0', ''],
      ['1', 'bad', '2.0', '', 'extra'],
      ['4', 'fine', '2.0', ''],
      ['', 'short', '', ''],
      ['', 'so so', '3.0', ''],
      ['', 'late', '', 'US'],
      ['4', 'sheet', '4.0', ''],
    ])
    expect(table.opened.files.map(({ ragged }) => ragged)).toEqual([
      { short: 0, long: 0 },
      { short: 1, long: 1 },
      { short: 0, long: 0 },
      { short: 0, long: 0 },
    ])
  })

  it('without column names are matched by their number', async () => {
    const table = await openTable([file('2026-01-02,5,x y\n'), file('2026-01-03,4,z\n', 'b.csv')])
    expect(namesOf(table)).toEqual(['Column 1', 'Column 2', 'Column 3'])
    expect([table.rows.length, table.rows.numberOf(1)]).toEqual([2, 1])
  })

  it('do not fit when names differ', async () => {
    await expect(openTable([file('a,b\n1,2'), file('a,c\n1,2')])).rejects.toMatchObject({
      code: 'headers-differ',
    })
    await expect(openTable([file('a,b\n1,2'), file('{"x":1}', 'b.json')])).rejects.toMatchObject({
      code: 'headers-differ',
    })
  })
})
