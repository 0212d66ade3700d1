import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import { afterAll, describe, expect, it } from 'vitest'
import { zipOf } from '../../src/testing/archives.ts'
import { collect } from '../../src/testing/collect.ts'
import { workbookOf } from '../../src/testing/workbook.ts'
import { openLabelled } from './labelledFile.ts'
import type { Columns, RawRow } from './rawRow.ts'
import { UsageError } from './usageError.ts'

const folder = mkdtempSync(join(tmpdir(), 'undertone-labelled-'))
afterAll(() => rmSync(folder, { recursive: true }))

const USUAL: Columns = { text: null, label: null }

async function read(name: string, bytes: string | Uint8Array, columns = USUAL): Promise<RawRow[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return collect((await openLabelled(path, columns)).rows())
}

const NONE = { classes: null, source: null, domain: null }

describe('rows of a table', () => {
  it('have texts with delimiters, quotes and line breaks, and the number a spreadsheet gives them', async () => {
    expect(await read('a.csv', 'text;label\r\n"one; ""two""\r\nthree";2\r\n\r\nfour;0')).toEqual([
      { line: 2, text: 'one; "two"\r\nthree', label: '2', ...NONE },
      { line: 4, text: 'four', label: '0', ...NONE },
    ])
  })

  it('are the same when the file is packed and longer than what is read at a time', async () => {
    const texts = Array.from({ length: 3000 }, (_, index) => `“quoted, ${index}” ${'é'.repeat(40)}`)
    const csv = ['label,text', ...texts.map((text) => `1,"${text}"`)].join('\n')
    const rows = await read('b.csv.gz', gzipSync(csv))
    expect(rows.map(({ text }) => text)).toEqual(texts)
  })

  it('without a cell for the text have none', async () => {
    expect(await read('c.csv', 'label,text\n2,Fine\n1\n')).toEqual([
      { line: 2, text: 'Fine', label: '2', ...NONE },
      { line: 3, text: '', label: '1', ...NONE },
    ])
  })

  it('come from where their cells say, or from the file', async () => {
    const rows = await read('s.csv', 'text,label,source,domain\nFine,2,shop,\nBad,0,,films\n')
    expect(rows.map(({ source, domain }) => [source, domain])).toEqual([
      ['shop', null],
      [null, 'films'],
    ])
  })

  it('stand below a title, in another encoding, with any delimiter', async () => {
    const table = 'Reviews of March\n\nid^text^label\n7^café “très bon”^2\n8^Naïve, très mauvais^0\n'
    const bytes = Uint8Array.from(
      table,
      (character) => ({ '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0),
    )
    expect(await read('d.csv', bytes)).toEqual([
      { line: 4, text: 'café “très bon”', label: '2', ...NONE },
      { line: 5, text: 'Naïve, très mauvais', label: '0', ...NONE },
    ])
  })
})

describe('rows of a JSON Lines file', () => {
  it('keep what is documented, as text', async () => {
    const row = { text: 'Fine', label: 1, classes: 3, source: 'shop', domain: 'apps', stars: 3 }
    expect(await read('e.jsonl', `${JSON.stringify(row)}\n\n{"text":"Bad","label":"negative"}`)).toEqual([
      { line: 1, text: 'Fine', label: '1', classes: 3, source: 'shop', domain: 'apps' },
      { line: 3, text: 'Bad', label: 'negative', ...NONE },
    ])
  })

  it('are unreadable where a line is no object', async () => {
    const rows = await read('f.jsonl', '{"text":"Fine","label":2}\n{"text":\n[1]\n')
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [1, 'Fine'],
      [2, null],
      [3, null],
    ])
  })

  it('have line breaks and other separators in their texts', async () => {
    const texts = ['one\u2028still one', 'é🙂'.repeat(60_000)]
    const lines = texts.map((text) => JSON.stringify({ text, label: 2 }))
    const bytes = gzipSync(`\uFEFF${lines.join('\r\n')}\n`)
    expect((await read('g.jsonl.gz', bytes)).map(({ text }) => text)).toEqual(texts)
  })
})

describe('rows of other files', () => {
  const rows = [
    ['text', 'label'],
    ['Fine', 'positive'],
    ['Bad', 'negative'],
  ]
  const columnData: ColumnSource[] = [
    { name: 'text', data: ['Fine', 'Bad'], type: 'STRING' },
    { name: 'label', data: ['positive', 'negative'], type: 'STRING' },
  ]
  const parquet = new Uint8Array(parquetWriteBuffer({ columnData }))
  const json = JSON.stringify([
    { text: 'Fine', label: 'positive' },
    { text: 'Bad', label: 'negative' },
  ])

  it.each<[string, () => Promise<Uint8Array> | Uint8Array | string]>([
    ['reviews.xlsx', () => workbookOf({ A: rows })],
    ['reviews.parquet', () => parquet],
    ['reviews.json', () => json],
    [
      'reviews.zip',
      () => zipOf({ 'a.csv': 'text,label\nFine,positive\n', 'b.csv': 'label,text\nnegative,Bad\n' }),
    ],
    ['reviews.json.gz', () => gzipSync(json)],
  ])('are read from %s', async (name, bytes) => {
    const found = await read(name, await bytes())
    expect(found.map(({ text, label }) => [text, label])).toEqual(rows.slice(1))
  })

  it('are called after it', async () => {
    writeFileSync(join(folder, 'march.v2.csv.gz'), gzipSync('text,label\nFine,2\n'))
    expect((await openLabelled(join(folder, 'march.v2.csv.gz'), USUAL)).name).toBe('march.v2')
  })

  it('need no label where none is looked at', async () => {
    const texts = await read('plain.txt', 'All fine here, I think\nNothing works at all\n', {
      text: null,
      label: false,
    })
    expect(texts.map(({ text }) => text)).toEqual(['All fine here, I think', 'Nothing works at all'])
  })
})

describe('a file that cannot be measured', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'page.csv',
      '<!doctype html><p>Fine',
      /^page[.]csv: .*page[.]csv is a page or XML document.*save as CSV/,
    ],
    ['x.bin', Uint8Array.from({ length: 100 }, (_, at) => at % 8), /^x[.]bin: .*binary data/],
    [
      'cut.csv.gz',
      gzipSync('text,label\nFine,2\n'.repeat(50)).subarray(0, 40),
      /^cut[.]csv[.]gz is damaged[.]/,
    ],
    ['empty.csv', '', /^empty[.]csv has no row/],
    ['mood.csv', 'text,mood\nFine,2\n', /Name it with --label; the file has “text”, “mood”/],
  ])('%s is told so', async (name, bytes, message) => {
    const failure = read(name, bytes)
    await expect(failure).rejects.toBeInstanceOf(UsageError)
    await expect(failure).rejects.toThrow(message)
  })

  it('is one of more bytes than Node can tell', async () => {
    const path = join(folder, 'huge.csv')
    writeFileSync(path, 'text,label\n')
    truncateSync(path, 5 * 2 ** 30)
    await expect(openLabelled(path, USUAL)).rejects.toThrow('huge.csv has more than 4 GB')
    rmSync(path)
  })

  it('is not there', async () => {
    await expect(openLabelled(join(folder, 'none.csv'), USUAL)).rejects.toThrow('ENOENT')
  })
})
