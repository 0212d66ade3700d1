import { describe, expect, it } from 'vitest'
import type { OpenTable } from '../../../table/protocol.ts'
import { TABLE_READING } from '../../../testing/tableReading.ts'
import { fileFacts, fileNames } from './fileWords.ts'

describe('files', () => {
  const file = (name: string, encoding: string, delimiter: ';' | ',') => ({
    name,
    source: 0,
    encoding,
    delimiter,
    rows: 1,
    bytes: 1,
    undecodable: 0,
    reading: TABLE_READING,
    ragged: { short: 0, long: 0 },
    unguarded: 0,
  })
  const table = (files: OpenTable['files']): OpenTable => ({
    files,
    archives: [],
    rows: 2_000,
    columns: [],
    textColumn: null,
    roles: [],
    preview: [],
    previewNumbers: [],
    skipped: [],
    skippedCount: 0,
  })

  it('names them', () => {
    expect(fileNames([file('a.csv', 'UTF-8', ',')])).toBe('a.csv')
    expect(
      fileNames([file('a.csv', 'UTF-8', ','), file('b.csv', 'UTF-8', ','), file('c.csv', 'UTF-8', ',')]),
    ).toBe('a.csv and 2 more')
  })

  it('says each way of reading once', () => {
    expect(fileFacts(table([file('a', 'UTF-8', ';'), file('b', 'UTF-8', ';')]))).toBe(
      '2,000 rows · UTF-8 · semicolon',
    )
    expect(fileFacts(table([file('a', 'UTF-8', ';'), file('b', 'UTF-16 LE', ',')]))).toBe(
      '2,000 rows · UTF-8 and UTF-16 LE · semicolon and comma',
    )
  })
})
