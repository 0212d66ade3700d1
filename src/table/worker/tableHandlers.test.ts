import { describe, expect, it } from 'vitest'
import type { TextLogits } from '../../domain/decide.ts'
import { PLAIN_CSV } from '../../domain/exportFormat.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { connectTable } from '../../testing/connectTable.ts'
import { POSITIVE, REVIEWS, csv, reviewed, MODEL } from '../../testing/reviewedTable.ts'

describe('open', () => {
  it('tells files, rows, columns and the likely text column', async () => {
    const opened = await connectTable().open({ files: [csv(REVIEWS)] })
    expect(opened).toEqual({
      files: [
        {
          name: 'reviews.csv',
          source: 0,
          rows: 5,
          bytes: REVIEWS.length,
          encoding: 'UTF-8',
          delimiter: ',',
          undecodable: 0,
          reading: opened.files[0]?.reading,
          ragged: { short: 0, long: 0 },
          unguarded: 0,
        },
      ],
      archives: [],
      rows: 5,
      columns: [
        { index: 0, name: 'stars', kind: 'other' },
        { index: 1, name: 'review', kind: 'text' },
        { index: 2, name: 'version', kind: 'group' },
        { index: 3, name: 'date', kind: 'date' },
      ],
      textColumn: 1,
      roles: opened.roles,
      preview: [
        ['1', 'Crashes every time I open it', '2.9.0', '2026-10-30'],
        ['5', 'Love it,\nreally do', '2.10.0', '2026-11-01'],
        ['3', '', '2.10.0', '2026-11-02'],
        ['2', 'It is <b>fine</b> I guess', '2.9.0', '2026-11-03'],
        ['4', 'Love the plans', '2.10.0', '2026-12-01'],
      ],
      previewNumbers: [2, 3, 4, 5, 6],
      skipped: [],
      skippedCount: 0,
    })
  })

  it.each([
    ['not-a-table', [new File([Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)], 'a.xlsx')]],
    ['no-rows', [csv('')]],
    ['no-rows', [csv('review,stars\n')]],
    ['headers-differ', [csv('a,b\n1,2'), csv('a,c\n1,2')]],
  ] as const)('fails with %s and keeps the open table', async (code, files) => {
    const { table } = await reviewed()
    await expect(table.open({ files: [...files] })).rejects.toMatchObject({ code })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(3)
  })

  it('stops when aborted, and keeps the open table', async () => {
    const { table } = await reviewed()
    const controller = new AbortController()
    const opening = table.open({ files: [csv('a\n1')] }, { signal: controller.signal })
    controller.abort()
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
    expect((await table.summary({ query: ALL_ROWS })).rows).toBe(5)
  })

  it('joins files of equal header and numbers rows within each', async () => {
    const table = connectTable()
    const opened = await table.open({
      files: [csv('review\nfirst one\n', 'a.csv'), new File(['\uFEFFreview\r\n\r\nthird one'], 'b.csv')],
    })
    expect(opened.rows).toBe(3)
    await table.chooseText({ column: 0 })
    const { rows } = await table.slice({ query: ALL_ROWS, from: 0, limit: 10, extra: [] })
    expect(rows.map(({ file, number, text, flags }) => [file, number, text, flags])).toEqual([
      ['a.csv', 2, 'first one', []],
      ['b.csv', 2, '', ['no_text']],
      ['b.csv', 3, 'third one', []],
    ])
  })
})

describe('chooseText', () => {
  it('profiles the column', async () => {
    const table = connectTable()
    await table.open({ files: [csv(REVIEWS)] })
    expect(await table.chooseText({ column: 1 })).toEqual({
      column: 1,
      above: [],
      language: null,
      withText: 4,
      withoutText: 1,
      distinct: 4,
      characters: 28 + 18 + 18 + 14,
      sample: ['Crashes every time I open it', 'Love it,\nreally do', 'It is fine I guess', 'Love the plans'],
    })
  })

  it('reads what stands above the text with it', async () => {
    const table = connectTable()
    const lines = ['title,body', 'Bad,It crashes', 'Great,', ',Only text', ' ,', 'Bad,It crashes']
    await table.open({ files: [csv(lines.join('\n'))] })
    const profile = await table.chooseText({ column: 1, above: [0] })
    expect(profile).toMatchObject({ column: 1, above: [0], withText: 4, withoutText: 1, distinct: 3 })
    expect((await table.pending({ from: 0, limit: 9 })).texts).toEqual([
      'Bad\nIt crashes',
      'Great',
      'Only text',
    ])
    const found = await table.slice({
      query: { ...ALL_ROWS, conditions: [{ kind: 'phrase', phrase: 'great' }] },
      from: 0,
      limit: 9,
      extra: [],
    })
    expect(found.rows.map(({ text }) => text)).toEqual(['Great'])
    expect((await table.detail({ row: 0 })).text).toBe('Bad\nIt crashes')
    expect((await table.chooseText({ column: 1 })).withText).toBe(3)
    await expect(table.chooseText({ column: 1, above: [7] })).rejects.toThrow(/column 7/)
  })

  it('keeps answers for the same column and forgets them for another', async () => {
    const { table } = await reviewed()
    await table.chooseText({ column: 1 })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(3)
    await table.chooseText({ column: 2 })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(0)
    await table.chooseText({ column: 1 })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(0)
  })

  it('keeps nothing of any answer after all were taken back', async () => {
    const { table, generation } = await reviewed()
    await table.markUnreadable({ generation, rows: Uint32Array.of(4) })
    expect(await table.forgetAll(null)).toEqual({ done: 0, total: 4 })
    expect(await table.summary({ query: ALL_ROWS })).toMatchObject({
      classified: 0,
      unreadable: 0,
      waiting: 4,
    })
    expect([...(await table.pending({ from: 0, limit: 9 })).rows]).toEqual([0, 1, 3, 4])
  })

  it('answers rows with the same text together again after all were taken back', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review\nfine\nbad\nfine\n')] })
    await table.chooseText({ column: 0 })
    await table.useModel(MODEL)
    await table.pending({ from: 0, limit: 9 })
    await table.forgetAll(null)
    const { generation, rows } = await table.pending({ from: 0, limit: 9 })
    expect([...rows]).toEqual([0, 1])
    expect(await table.record({ generation, rows: rows.slice(0, 1), answers: [POSITIVE] })).toEqual({
      done: 2,
      total: 3,
    })
  })

  it('takes no answer that was on its way when all were taken back', async () => {
    const { table, generation } = await reviewed()
    await table.forgetAll(null)
    await table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(0)
  })

  it('fails for a column that is not there', async () => {
    const { table } = await reviewed()
    await expect(table.chooseText({ column: 4 })).rejects.toMatchObject({ code: 'internal' })
    expect((await table.summary({ query: ALL_ROWS })).classified).toBe(3)
  })

  it('spreads its sample over the file', async () => {
    const table = connectTable()
    const lines = Array.from({ length: 1000 }, (_, row) => `text ${row}`)
    await table.open({ files: [csv(['review', ...lines].join('\n'))] })
    const { sample } = await table.chooseText({ column: 0 })
    expect(sample).toHaveLength(24)
    expect(sample.at(0)).toBe('text 0')
    expect(sample.at(-1)).toBe('text 959')
  })
})

describe('a run', () => {
  it('hands out rows with text and without an answer, cleaned, in order', async () => {
    const table = connectTable()
    await table.open({ files: [csv(REVIEWS)] })
    await table.chooseText({ column: 1 })
    expect(await table.pending({ from: 1, limit: 2 })).toEqual({
      rows: Uint32Array.of(1, 3),
      texts: ['Love it,\nreally do', 'It is fine I guess'],
      next: 4,
      generation: 1,
      progress: { done: 0, total: 4 },
    })
    expect(await table.pending({ from: 5, limit: 2 })).toMatchObject({ texts: [], next: null })
  })

  it('does not hand out answered or unreadable rows again', async () => {
    const { table, generation } = await reviewed()
    expect((await table.pending({ from: 0, limit: 9 })).rows).toEqual(Uint32Array.of(4))
    const aside = await table.markUnreadable({ generation, rows: Uint32Array.of(4) })
    expect(aside).toEqual({ done: 4, total: 4 })
    expect((await table.pending({ from: 0, limit: 9 })).rows).toHaveLength(0)
    expect(await table.summary({ query: ALL_ROWS })).toMatchObject({ waiting: 0, unreadable: 1 })
  })

  it('counts a row recorded twice once and keeps the later answer', async () => {
    const { table, generation } = await reviewed()
    const longer = { logits: Float32Array.of(0, 0, 9, 0, 0, 9), pieces: Uint32Array.of(5, 5) }
    const progress = await table.record({ generation, rows: Uint32Array.of(0), answers: [longer] })
    expect(progress).toEqual({ done: 3, total: 4 })
    expect(await table.detail({ row: 0 })).toMatchObject({
      answer: { label: 'positive' },
      windows: 2,
      flags: ['long'],
    })
  })

  it('refuses answers that make no sense', async () => {
    const { table, generation } = await reviewed()
    const record = (row: number, answers: TextLogits[]): Promise<unknown> =>
      table.record({ generation, rows: Uint32Array.of(row), answers })
    const broken = { logits: Float32Array.of(NaN, 0, 0), pieces: Uint32Array.of(1) }
    await expect(record(4, [broken])).rejects.toThrow(/finite/)
    await expect(record(2, [POSITIVE])).rejects.toThrow(/no text/)
    await expect(record(4, [])).rejects.toThrow(/0 answers/)
  })
})

describe('calls side by side', () => {
  it('end on the table they began with', async () => {
    const { table } = await reviewed()
    const [exported, opened] = await Promise.all([
      table.export({ query: ALL_ROWS, as: PLAIN_CSV, to: null }),
      table.open({ files: [csv('review\nanother table\n')] }),
    ])
    expect([exported.rows, opened.rows]).toEqual([5, 1])
    expect(await exported.file?.text()).toMatch(/Love the plans/)
    expect((await table.summary({ query: ALL_ROWS })).rows).toBe(1)
  })

  it('open the files that were chosen last', async () => {
    const table = connectTable()
    const first = table.open({ files: [csv(`review\n${'some text\n'.repeat(200_000)}`)] })
    const second = table.open({ files: [csv('review\nonly this\n')] })
    await expect(first).rejects.toMatchObject({ code: 'aborted' })
    expect((await second).rows).toBe(1)
    expect((await table.summary({ query: ALL_ROWS })).rows).toBe(1)
  })

  it('read the column that was chosen last', async () => {
    const table = connectTable()
    await table.open({ files: [csv(REVIEWS)] })
    const first = table.chooseText({ column: 2 })
    const second = table.chooseText({ column: 1 })
    await expect(first).rejects.toMatchObject({ code: 'aborted' })
    expect((await second).column).toBe(1)
    expect((await table.pending({ from: 4, limit: 1 })).texts).toEqual(['Love the plans'])
  })

  it('answer a calibration that came before the table', async () => {
    const table = connectTable()
    await table.useModel(MODEL)
    await table.open({ files: [csv('review\ngood\n')] })
    await table.chooseText({ column: 0 })
    const { generation } = await table.pending({ from: 0, limit: 1 })
    expect(await table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })).toEqual({
      done: 1,
      total: 1,
    })
  })
})

describe('without a table', () => {
  it('says so', async () => {
    const table = connectTable()
    await expect(table.summary({ query: ALL_ROWS })).rejects.toMatchObject({ code: 'internal' })
    await expect(table.pending({ from: 0, limit: 1 })).rejects.toMatchObject({ code: 'internal' })
  })
})
