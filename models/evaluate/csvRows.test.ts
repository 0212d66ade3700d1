import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { collect } from '../../src/testing/collect.ts'
import { openRows } from './openRows.ts'
import type { RawRow } from './rawRow.ts'

const folder = mkdtempSync(join(tmpdir(), 'undertone-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(name: string, bytes: string | Uint8Array): Promise<RawRow[]> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return collect(openRows(path, { text: null, label: null }).rows())
}

const NONE = { classes: null, source: null, domain: null }

describe('rows of a CSV file', () => {
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
    expect(await read('c.csv', 'label,text\n1\n')).toEqual([{ line: 2, text: '', label: '1', ...NONE }])
  })

  it('fail with the file', async () => {
    await expect(read('d.csv', Uint8Array.of(0x74, 0xff, 0x2c))).rejects.toThrow('is not UTF-8')
    await expect(
      collect(openRows(join(folder, 'none.csv'), { text: null, label: null }).rows()),
    ).rejects.toThrow('ENOENT')
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
    expect((await read('f.jsonl', '{"text":\n[1]\n')).map(({ text }) => text)).toEqual([null, null])
  })
})
