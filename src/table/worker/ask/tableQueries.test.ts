import { describe, expect, it } from 'vitest'
import { PLAIN_CSV } from '../../../domain/exportFormat.ts'
import type { Label } from '../../../domain/labels.ts'
import { ALL_ROWS, type Condition, type Query } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { CALIBRATION, NEGATIVE, csv, reviewed, MODEL } from '../../../testing/reviewedTable.ts'
import type { TableClient } from '../../client.ts'

async function rowsOf(table: TableClient, query: Partial<Query>): Promise<number[]> {
  const slice = await table.slice({ query: { ...ALL_ROWS, ...query }, from: 0, limit: 100, extra: [] })
  expect(slice.matching).toBe(slice.rows.length)
  return slice.rows.map(({ row }) => row)
}

describe('summary and breakdown', () => {
  it('accounts for every row', async () => {
    const { table } = await reviewed()
    expect(await table.summary({ query: ALL_ROWS })).toEqual({
      rows: 5,
      withoutText: 1,
      classified: 3,
      waiting: 1,
      unreadable: 0,
      unfit: { otherLanguage: 0, tooShort: 0 },
      languageUnknown: 0,
      unconfirmed: 3,
      corrected: 0,
      byLabel: {
        negative: { rows: 1, notSure: 0 },
        neutral: { rows: 1, notSure: 1 },
        positive: { rows: 1, notSure: 0 },
      },
    })
  })

  it('derives labels again with a new calibration', async () => {
    const { table } = await reviewed()
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, bias: [9, 0, 0], notSureBelow: 0 } })
    expect((await table.summary({ query: ALL_ROWS })).byLabel).toEqual({
      negative: { rows: 3, notSure: 0 },
      neutral: { rows: 0, notSure: 0 },
      positive: { rows: 0, notSure: 0 },
    })
  })

  it('groups by value, versions in their order', async () => {
    const { table } = await reviewed()
    const { by, dateFormat, groups } = await table.breakdown({ column: 2, query: ALL_ROWS })
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
    expect(await table.breakdown({ column: 3, query: ALL_ROWS })).toMatchObject({
      by: 'day',
      ordered: true,
      dateFormat: 'yyyy-MM-dd',
      groups: [{ value: '2026-10-30' }, { value: '2026-11-01' }, { value: '2026-11-03' }],
    })
  })
})

const phrase = (words: string): Condition => ({ kind: 'phrase', phrase: words })
const label = (name: Label): Condition => ({ kind: 'label', label: name })
const days = (from: string | null, to: string | null) => ({ kind: 'days', column: 3, from, to }) as const

describe('counts', () => {
  it('are of the rows that match', async () => {
    const { table } = await reviewed()
    const query: Query = { ...ALL_ROWS, conditions: [{ kind: 'group', column: 2, value: '2.10.0' }] }
    expect(await table.summary({ query })).toEqual({
      rows: 3,
      withoutText: 1,
      classified: 1,
      waiting: 1,
      unreadable: 0,
      unfit: { otherLanguage: 0, tooShort: 0 },
      languageUnknown: 0,
      unconfirmed: 1,
      corrected: 0,
      byLabel: {
        negative: { rows: 0, notSure: 0 },
        neutral: { rows: 0, notSure: 0 },
        positive: { rows: 1, notSure: 0 },
      },
    })
    const { groups } = await table.breakdown({ column: 3, query })
    expect(groups.map(({ value }) => value)).toEqual(['2026-11-01'])
  })

  it('fail for a day that is none', async () => {
    const { table } = await reviewed()
    const query: Query = { ...ALL_ROWS, conditions: [days('November', null)] }
    await expect(table.summary({ query })).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('slice', () => {
  it.each<[string, Partial<Query>, number[]]>([
    ['all', {}, [0, 1, 2, 3, 4]],
    ['a label', { conditions: [{ kind: 'label', label: 'positive' }] }, [1]],
    ['the unsure', { conditions: [{ kind: 'flag', flag: 'not_sure' }] }, [3]],
    ['those without text', { conditions: [{ kind: 'flag', flag: 'no_text' }] }, [2]],
    ['those without an answer', { conditions: [{ kind: 'not_classified' }] }, [2, 4]],
    ['a search, whatever the case', { conditions: [{ kind: 'phrase', phrase: 'LOVE' }] }, [1, 4]],
    ['a search in cleaned text', { conditions: [{ kind: 'phrase', phrase: 'is fine' }] }, [3]],
    ['a search without a match', { conditions: [{ kind: 'phrase', phrase: 'refund' }] }, []],
    ['a group', { conditions: [{ kind: 'group', column: 2, value: '2.10.0' }] }, [1, 2, 4]],
    ['a day', { conditions: [{ kind: 'group', column: 3, value: '2026-11-03' }] }, [3]],
    ['a group that is not there', { conditions: [{ kind: 'group', column: 2, value: '9' }] }, []],
    [
      'all at once',
      {
        conditions: [
          { kind: 'label', label: 'positive' },
          { kind: 'phrase', phrase: 'love' },
          { kind: 'group', column: 2, value: '2.10.0' },
        ],
      },
      [1],
    ],
    ['two phrases', { conditions: [phrase('love'), phrase('plans')] }, [4]],
    ['two labels, which no row has', { conditions: [label('positive'), label('negative')] }, []],
    ['a word', { conditions: [{ kind: 'word', word: 'it' }] }, [0, 1, 3]],
    ['a word, not a part of one', { conditions: [{ kind: 'word', word: 'lov' }] }, []],
    ['stars', { conditions: [{ kind: 'stars', column: 0, least: 2, most: 4 }] }, [2, 3, 4]],
    ['stars where there are none', { conditions: [{ kind: 'stars', column: 1, least: 0, most: 9 }] }, []],
    ['days', { conditions: [days('2026-11-01', '2026-11-03')] }, [1, 2, 3]],
    ['days without an end', { conditions: [days('2026-11-03', null)] }, [3, 4]],
    ['days without a beginning', { conditions: [days(null, '2026-10-31')] }, [0]],
    ['days of a column without any', { conditions: [{ ...days(null, null), column: 0 }] }, []],
    ['removed markup', { conditions: [{ kind: 'flag', flag: 'markup_removed' }] }, [3]],
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
    const { table, generation } = await reviewed()
    expect(await rowsOf(table, { conditions: [{ kind: 'label', label: 'negative' }] })).toEqual([0])
    await table.record({ generation, rows: Uint32Array.of(4), answers: [NEGATIVE] })
    expect(await rowsOf(table, { conditions: [{ kind: 'label', label: 'negative' }] })).toEqual([0, 4])
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

const textOf = async (file: Blob | null): Promise<string> => (await file?.text()) ?? ''

describe('export', () => {
  it('writes every column and the added ones, with a byte-order mark', async () => {
    const { table } = await reviewed()
    const { file, rows, guarded } = await table.export({ query: ALL_ROWS, as: PLAIN_CSV, to: null })
    expect([rows, guarded]).toEqual([5, 0])
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? [])
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect((await textOf(file)).split('\r\n')).toEqual([
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
    const query: Query = { ...ALL_ROWS, conditions: [{ kind: 'phrase', phrase: 'e' }], order: 'least-sure' }
    const { file } = await table.export({ query, as: PLAIN_CSV, to: null })
    const stars = (await textOf(file)).split('\r\n').map((line) => line.slice(0, 2))
    expect(stars).toEqual(['st', '2,', '5,', '1,', '4,', ''])
  })

  it('neutralises and counts formulas, also in the header', async () => {
    const table = connectTable()
    await table.open({ files: [csv('=name;review\n@a;good\n-5;-\n')] })
    const { file, guarded } = await table.export({
      query: ALL_ROWS,
      as: { ...PLAIN_CSV, delimiter: ';' },
      to: null,
    })
    expect(guarded).toBe(2)
    expect((await textOf(file)).split('\r\n')).toEqual([
      "'=name;review;sentiment;confidence;p_negative;p_neutral;p_positive;flags",
      "'@a;good;;;;;;formula_guarded",
      '-5;-;;;;;;',
      '',
    ])
  })

  it('gives clashing columns a suffix and keeps extra cells of ragged rows', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review,sentiment,sentiment_2\na,b\nc,d,e,f\n')] })
    const { file } = await table.export({ query: ALL_ROWS, as: PLAIN_CSV, to: null })
    const [header, first, second] = (await textOf(file)).split('\r\n')
    expect(header).toBe(
      'review,sentiment,sentiment_2,Column 4,sentiment_3,confidence,p_negative,p_neutral,p_positive,flags',
    )
    expect(first).toBe('a,b,,,,,,,,')
    expect(second).toBe('c,d,e,f,,,,,,')
  })
})
