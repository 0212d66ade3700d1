import { describe, expect, it } from 'vitest'
import { ALL_ROWS } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { csv, REVIEWS, reviewed } from '../../../testing/reviewedTable.ts'

describe('peek', () => {
  it('answers with guesses and changes nothing', async () => {
    const { table } = await reviewed()
    const peek = await table.peek({ files: [csv('a;b\n1;some text\n')] })
    expect(peek.files[0]).toMatchObject({ name: 'reviews.csv', delimiter: ';', encoding: 'UTF-8' })
    expect(peek.preview).toEqual([['1', 'some text']])
    expect((await table.summary({ query: ALL_ROWS })).rows).toBe(5)
  })

  it('follows choices, and so does open', async () => {
    const table = connectTable()
    const files = [csv('a;b\n1;some text\n')]
    const choices = [{ header: null, delimiter: ';' }]
    const peek = await table.peek({ files, choices })
    const opened = await table.open({ files, choices })
    expect(opened.preview).toEqual(peek.preview)
    expect(opened.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2'])
    expect(opened.files[0]?.reading.header).toMatchObject({ value: null, chosen: true })
  })

  it('fails as open does', async () => {
    const files = [new File([Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d)], 'a.pdf')]
    await expect(connectTable().peek({ files })).rejects.toMatchObject({ code: 'not-a-table' })
  })
})

describe('setDateFormat', () => {
  const dates = csv(['date,review', '03/04/2026,good one', '05/04/2026,bad one', ''].join('\n'))

  it('reads the days of a column in another way', async () => {
    const table = connectTable()
    const opened = await table.open({ files: [dates] })
    expect(opened.roles[0]?.dateFormats).toEqual(['dd/MM/yyyy', 'MM/dd/yyyy'])
    await table.chooseText({ column: 1 })
    const conditions = [{ kind: 'group' as const, column: 0, value: '2026-04-03' }]
    const found = { query: { ...ALL_ROWS, conditions }, from: 0, limit: 9, extra: [] }
    expect((await table.slice(found)).matching).toBe(1)
    await table.setDateFormat({ column: 0, format: 'MM/dd/yyyy' })
    expect((await table.breakdown({ column: 0, query: ALL_ROWS })).dateFormat).toBe('MM/dd/yyyy')
    expect((await table.slice(found)).matching).toBe(0)
  })

  it('fails for a column that is not there', async () => {
    const table = connectTable()
    await table.open({ files: [dates] })
    await expect(table.setDateFormat({ column: 2, format: 'yyyy-MM-dd' })).rejects.toThrow(/column 2/)
  })
})

describe('exportSkipped', () => {
  it('gives the pieces of every file under their column names, and no more', async () => {
    const table = connectTable()
    const opened = await table.open({
      files: [
        csv('a,b\n1,2\n3,"4\n5,6\n'),
        csv('a,b\n7,8\n', 'whole.csv'),
        new File(['b;a\r\n1;"x\r\n3;4\r\n5;"y\r\n6;7'], 'c.csv'),
      ],
    })
    expect(opened.skipped.map(({ file, line }) => [file, line])).toEqual([
      ['reviews.csv', 3],
      ['c.csv', 2],
      ['c.csv', 4],
    ])
    const file = await table.exportSkipped(null)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
      '\uFEFFa,b\n3,"4\n\nb;a\r\n1;"x\r\n5;"y\r\n\n',
    )
  })

  it('gives them all, however many are listed', async () => {
    const table = connectTable()
    const opened = await table.open({ files: [csv(`a,b\n1,2\n${'3,"4\n'.repeat(1500)}`)] })
    expect(opened.skipped).toHaveLength(1000)
    expect(opened.skippedCount).toBe(1500)
    const lines = (await (await table.exportSkipped(null)).text()).trim().split('\n')
    expect(lines).toHaveLength(1501)
  })
})

describe('profile', () => {
  it('counts rows without text, duplicates, lengths and labels', async () => {
    const table = connectTable()
    const rows = ['1,good one here', '5,', '5,good one here', '5,<br>', '3,bad', '1,"good one\there"']
    await table.open({ files: [csv(['stars,review', ...rows, ''].join('\n'))] })
    expect(await table.profile({ text: [1], label: 0 })).toEqual({
      rows: 6,
      withoutText: 2,
      duplicates: 1,
      words: { least: 1, quarter: 1, half: 3, threeQuarters: 3, most: 3 },
      languages: { sampled: 4, likelyEnglish: 4 },
      labels: [
        { value: '5', rows: 3 },
        { value: '1', rows: 2 },
        { value: '3', rows: 1 },
      ],
    })
  })

  it('knows the longest text, however long', async () => {
    const table = connectTable()
    await table.open({ files: [csv(`id,review\n1,${'word '.repeat(30_000)}\n2,good\n`)] })
    expect(await table.profile({ text: [1], label: null })).toMatchObject({
      words: { half: 1, most: 30_000 },
    })
  })

  it('joins several text columns', async () => {
    const table = connectTable()
    await table.open({ files: [csv('title,body\nBad,\n,Good all day\n,\nBad,\n')] })
    expect(await table.profile({ text: [0, 1], label: null })).toMatchObject({
      withoutText: 1,
      duplicates: 1,
      words: { least: 1, most: 3 },
      labels: null,
    })
  })

  it('gives no labels where there are too many, and no lengths where there is no text', async () => {
    const table = connectTable()
    const rows = Array.from({ length: 100 }, (_, row) => `${row},`)
    await table.open({ files: [csv(['id,review', ...rows].join('\n'))] })
    expect(await table.profile({ text: [1], label: 0 })).toMatchObject({
      labels: null,
      words: { least: 0, most: 0 },
    })
  })
})

it('tells ragged rows and lines above the table', async () => {
  const { files } = await connectTable().open({
    files: [csv('Report of March\n\nid,stars,review\n1,5,ok\n2,1\n3,4,fine,extra\n\n4,2,so\n5,5,ok\n')],
  })
  expect(files[0]).toMatchObject({ rows: 6, ragged: { short: 1, long: 1 }, reading: { leadingLines: 2 } })
})

it('says how the sample is read', async () => {
  const { files, roles } = await connectTable().open({ files: [csv(REVIEWS)] })
  const { format, encoding, delimiter, quote, escape, header, sheet } = files[0]!.reading
  expect([format, encoding, delimiter, quote, escape, header].map((guess) => guess?.value)).toEqual([
    'table',
    'utf-8',
    ',',
    '"',
    'doubled',
    1,
  ])
  expect(sheet).toBeNull()
  expect(roles.map(({ role }) => role)).toEqual(['stars', 'text', 'version', 'date'])
})
