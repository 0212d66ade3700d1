import { describe, expect, it } from 'vitest'
import type { Calibration } from '../../domain/calibration.ts'
import type { TextLogits } from '../../domain/decide.ts'
import { ALL_ROWS, type Query } from '../../domain/query.ts'
import { connectTable } from '../../testing/connectTable.ts'
import type { TableClient } from '../client.ts'
import type { OpenTable } from '../protocol.ts'

const CALIBRATION: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.6,
  window: { pieces: 128, overlap: 32 },
}

const csv = (text: string, name = 'reviews.csv'): File => new File([text], name)

/** Logits as after softmax, so that probabilities are what a test says. */
function answer(negative: number, neutral: number, positive: number): TextLogits {
  return {
    logits: Float32Array.of(Math.log(negative), Math.log(neutral), Math.log(positive)),
    pieces: Uint32Array.of(10),
  }
}

const NEGATIVE = answer(0.9, 0.06, 0.04)
const POSITIVE = answer(0.05, 0.15, 0.8)
const UNSURE = answer(0.3, 0.45, 0.25)

const REVIEWS = [
  'stars,review,version,date',
  '1,Crashes every time I open it,2.9.0,2026-10-30',
  '5,"Love it,\nreally do",2.10.0,2026-11-01',
  '3,,2.10.0,2026-11-02',
  '2,It is <b>fine</b> I guess,2.9.0,2026-11-03',
  '4,Love the plans,2.10.0,2026-12-01',
  '',
].join('\r\n')

async function reviewed(): Promise<{ table: TableClient; opened: OpenTable }> {
  const table = connectTable()
  const opened = await table.open({ files: [csv(REVIEWS)] })
  await table.chooseText({ column: 1 })
  await table.setCalibration({ calibration: CALIBRATION })
  await table.record({ rows: Uint32Array.of(0, 1, 3), answers: [NEGATIVE, POSITIVE, UNSURE] })
  return { table, opened }
}

async function rowsOf(table: TableClient, query: Partial<Query>): Promise<number[]> {
  const slice = await table.slice({ query: { ...ALL_ROWS, ...query }, from: 0, limit: 100, extra: [] })
  expect(slice.matching).toBe(slice.rows.length)
  return slice.rows.map(({ row }) => row)
}

describe('open', () => {
  it('tells files, rows, columns and the likely text column', async () => {
    const opened = await connectTable().open({ files: [csv(REVIEWS)] })
    expect(opened).toEqual({
      files: [
        {
          name: 'reviews.csv',
          rows: 5,
          bytes: REVIEWS.length,
          encoding: 'UTF-8',
          delimiter: ',',
          undecodable: 0,
        },
      ],
      rows: 5,
      columns: [
        { index: 0, name: 'stars', kind: 'other' },
        { index: 1, name: 'review', kind: 'text' },
        { index: 2, name: 'version', kind: 'group' },
        { index: 3, name: 'date', kind: 'date' },
      ],
      textColumn: 1,
      preview: [
        ['1', 'Crashes every time I open it', '2.9.0', '2026-10-30'],
        ['5', 'Love it,\nreally do', '2.10.0', '2026-11-01'],
        ['3', '', '2.10.0', '2026-11-02'],
        ['2', 'It is <b>fine</b> I guess', '2.9.0', '2026-11-03'],
        ['4', 'Love the plans', '2.10.0', '2026-12-01'],
      ],
      skipped: [],
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
    expect((await table.summary(null)).classified).toBe(3)
  })

  it('stops when aborted, and keeps the open table', async () => {
    const { table } = await reviewed()
    const controller = new AbortController()
    const opening = table.open({ files: [csv('a\n1')] }, { signal: controller.signal })
    controller.abort()
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
    expect((await table.summary(null)).rows).toBe(5)
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
      withText: 4,
      withoutText: 1,
      characters: 28 + 18 + 25 + 14,
      sample: ['Crashes every time I open it', 'Love it,\nreally do', 'It is fine I guess', 'Love the plans'],
    })
  })

  it('keeps answers for the same column and forgets them for another', async () => {
    const { table } = await reviewed()
    await table.chooseText({ column: 1 })
    expect((await table.summary(null)).classified).toBe(3)
    await table.chooseText({ column: 2 })
    expect((await table.summary(null)).classified).toBe(0)
    await table.chooseText({ column: 1 })
    expect((await table.summary(null)).classified).toBe(0)
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
    })
    expect((await table.pending({ from: 5, limit: 2 })).rows).toHaveLength(0)
  })

  it('does not hand out answered or unreadable rows again', async () => {
    const { table } = await reviewed()
    expect((await table.pending({ from: 0, limit: 9 })).rows).toEqual(Uint32Array.of(4))
    expect(await table.markUnreadable({ rows: Uint32Array.of(4) })).toEqual({ done: 3, total: 4 })
    expect((await table.pending({ from: 0, limit: 9 })).rows).toHaveLength(0)
    expect(await table.summary(null)).toMatchObject({ waiting: 0, unreadable: 1 })
  })

  it('counts a row recorded twice once and keeps the later answer', async () => {
    const { table } = await reviewed()
    const longer = { logits: Float32Array.of(0, 0, 9, 0, 0, 9), pieces: Uint32Array.of(5, 5) }
    const progress = await table.record({ rows: Uint32Array.of(0), answers: [longer] })
    expect(progress).toEqual({ done: 3, total: 4 })
    expect(await table.detail({ row: 0 })).toMatchObject({
      answer: { label: 'positive' },
      windows: 2,
      flags: ['long'],
    })
  })

  it('refuses answers that make no sense', async () => {
    const { table } = await reviewed()
    const broken = { logits: Float32Array.of(NaN, 0, 0), pieces: Uint32Array.of(1) }
    await expect(table.record({ rows: Uint32Array.of(4), answers: [broken] })).rejects.toThrow(/finite/)
    await expect(table.record({ rows: Uint32Array.of(2), answers: [POSITIVE] })).rejects.toThrow(/no text/)
    await expect(table.record({ rows: Uint32Array.of(4), answers: [] })).rejects.toThrow(/0 answers/)
  })
})

describe('summary and breakdown', () => {
  it('accounts for every row', async () => {
    const { table } = await reviewed()
    expect(await table.summary(null)).toEqual({
      rows: 5,
      withoutText: 1,
      classified: 3,
      waiting: 1,
      unreadable: 0,
      byLabel: {
        negative: { rows: 1, notSure: 0 },
        neutral: { rows: 1, notSure: 1 },
        positive: { rows: 1, notSure: 0 },
      },
    })
  })

  it('derives labels again with a new calibration', async () => {
    const { table } = await reviewed()
    await table.setCalibration({ calibration: { ...CALIBRATION, bias: [9, 0, 0], notSureBelow: 0 } })
    expect((await table.summary(null)).byLabel).toEqual({
      negative: { rows: 3, notSure: 0 },
      neutral: { rows: 0, notSure: 0 },
      positive: { rows: 0, notSure: 0 },
    })
  })

  it('groups by value, versions in their order', async () => {
    const { table } = await reviewed()
    const { by, dateFormat, groups } = await table.breakdown({ column: 2 })
    expect([by, dateFormat]).toEqual(['value', null])
    expect(groups.map(({ value, byLabel }) => [value, byLabel.negative.rows, byLabel.positive.rows])).toEqual(
      [
        ['2.9.0', 1, 0],
        ['2.10.0', 0, 1],
      ],
    )
  })

  it('groups by date', async () => {
    const { table } = await reviewed()
    expect(await table.breakdown({ column: 3 })).toMatchObject({
      by: 'day',
      dateFormat: 'yyyy-MM-dd',
      groups: [{ value: '2026-10-30' }, { value: '2026-11-01' }, { value: '2026-11-03' }],
    })
  })
})

describe('slice', () => {
  it.each<[string, Partial<Query>, number[]]>([
    ['all', {}, [0, 1, 2, 3, 4]],
    ['a label', { filter: 'positive' }, [1]],
    ['the unsure', { filter: 'not_sure' }, [3]],
    ['those without text', { filter: 'no_text' }, [2]],
    ['those without an answer', { filter: 'not_classified' }, [2, 4]],
    ['a search, whatever the case', { search: 'LOVE' }, [1, 4]],
    ['a search in cleaned text', { search: 'is fine' }, [3]],
    ['a search without a match', { search: 'refund' }, []],
    ['a group', { group: { column: 2, value: '2.10.0' } }, [1, 2, 4]],
    ['a day', { group: { column: 3, value: '2026-11-03' } }, [3]],
    ['a group that is not there', { group: { column: 2, value: '9' } }, []],
    ['all at once', { filter: 'positive', search: 'love', group: { column: 2, value: '2.10.0' } }, [1]],
    ['the surest first', { order: 'surest' }, [0, 1, 3, 2, 4]],
    ['the least sure first', { order: 'least-sure' }, [3, 1, 0, 2, 4]],
  ])('finds %s', async (_name, query, expected) => {
    const { table } = await reviewed()
    expect(await rowsOf(table, query)).toEqual(expected)
  })

  it('gives a window of the matching rows', async () => {
    const { table } = await reviewed()
    const slice = await table.slice({
      query: { ...ALL_ROWS, order: 'surest' },
      from: 1,
      limit: 2,
      extra: [2, 0],
    })
    expect(slice.matching).toBe(5)
    expect(slice.rows.map(({ row, extra }) => [row, extra])).toEqual([
      [1, ['2.10.0', '5']],
      [3, ['2.9.0', '2']],
    ])
  })

  it('shows new answers', async () => {
    const { table } = await reviewed()
    expect(await rowsOf(table, { filter: 'negative' })).toEqual([0])
    await table.record({ rows: Uint32Array.of(4), answers: [NEGATIVE] })
    expect(await rowsOf(table, { filter: 'negative' })).toEqual([0, 4])
  })
})

describe('detail', () => {
  it('tells everything of a row', async () => {
    const { table } = await reviewed()
    const detail = await table.detail({ row: 3 })
    expect(detail).toMatchObject({
      row: 3,
      number: 5,
      file: 'reviews.csv',
      text: 'It is fine I guess',
      cells: ['2', 'It is <b>fine</b> I guess', '2.9.0', '2026-11-03'],
      line: 6,
      windows: 1,
      answer: { label: 'neutral' },
      flags: ['not_sure', 'markup_removed'],
    })
    expect(detail.answer?.probabilities.neutral).toBeCloseTo(0.45)
  })

  it('fails for a row that is not there', async () => {
    const { table } = await reviewed()
    await expect(table.detail({ row: 5 })).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('export', () => {
  it('writes every column and the added ones, with a byte-order mark', async () => {
    const { table } = await reviewed()
    const { file, rows, guarded } = await table.export({ query: ALL_ROWS })
    expect([rows, guarded]).toEqual([5, 0])
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await file.text()).split('\r\n')).toEqual([
      'stars,review,version,date,sentiment,confidence,p_negative,p_neutral,p_positive,flags',
      '1,Crashes every time I open it,2.9.0,2026-10-30,negative,0.9000,0.9000,0.0600,0.0400,',
      '5,"Love it,\nreally do",2.10.0,2026-11-01,positive,0.8000,0.0500,0.1500,0.8000,',
      '3,,2.10.0,2026-11-02,,,,,,no_text',
      '2,It is <b>fine</b> I guess,2.9.0,2026-11-03,neutral,0.4500,0.3000,0.4500,0.2500,not_sure;markup_removed',
      '4,Love the plans,2.10.0,2026-12-01,,,,,,',
      '',
    ])
  })

  it('writes what is filtered, in its order', async () => {
    const { table } = await reviewed()
    const query: Query = { ...ALL_ROWS, search: 'e', order: 'least-sure' }
    const { file } = await table.export({ query })
    const stars = (await file.text()).split('\r\n').map((line) => line.slice(0, 2))
    expect(stars).toEqual(['st', '2,', '5,', '1,', '4,', ''])
  })

  it('neutralises and counts formulas, also in the header', async () => {
    const table = connectTable()
    await table.open({ files: [csv('=name;review\n@a;good\n-5;-\n')] })
    const { file, guarded } = await table.export({ query: ALL_ROWS })
    expect(guarded).toBe(2)
    expect((await file.text()).split('\r\n')).toEqual([
      "'=name;review;sentiment;confidence;p_negative;p_neutral;p_positive;flags",
      "'@a;good;;;;;;formula_guarded",
      '-5;-;;;;;;',
      '',
    ])
  })

  it('gives clashing columns a suffix and keeps extra cells of ragged rows', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review,sentiment,sentiment_2\na,b\nc,d,e,f\n')] })
    const { file } = await table.export({ query: ALL_ROWS })
    const [header, first, second] = (await file.text()).split('\r\n')
    expect(header).toBe(
      'review,sentiment,sentiment_2,Column 4,sentiment_3,confidence,p_negative,p_neutral,p_positive,flags',
    )
    expect(first).toBe('a,b,,,,,,,,')
    expect(second).toBe('c,d,e,f,,,,,,')
  })
})

describe('without a table', () => {
  it('says so', async () => {
    const table = connectTable()
    await expect(table.summary(null)).rejects.toMatchObject({ code: 'internal' })
    await expect(table.pending({ from: 0, limit: 1 })).rejects.toMatchObject({ code: 'internal' })
  })
})
