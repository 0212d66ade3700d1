import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ALL_ROWS } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { csv } from '../../../testing/reviewedTable.ts'
import { CSV, writeTable } from '../../../testing/writeTable.ts'
import { openTable } from './openTable.ts'
import { createReadings } from './readings.ts'
import { RowSource } from './rowSource.ts'

const NOTHING = { text: null, values: [] }

const cells = fc.record({
  date: fc.constantFrom('2026-03-01', '2026-03-02 10:15', '2026-04-01', '', 'soon'),
  stars: fc.constantFrom('1', '2', '5', ' 5 ', ''),
  version: fc.constantFrom('2.9.0', '2.10.0', '3.0'),
  language: fc.constantFrom('en', 'de', 'German', ''),
  review: fc.oneof(
    fc.constantFrom(
      'Love the plans of it',
      'It is <b>fine</b> &amp; works',
      '',
      '  ',
      'so "good", really',
      'a\nb c',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  ),
  /** Few different values in the first rows and many later, or the other way round. */
  group: fc.oneof(fc.constantFrom('A', 'B'), fc.string({ maxLength: 4 })),
})
type Cells = Record<'date' | 'stars' | 'version' | 'language' | 'review' | 'group', string>
const NAMES = ['date', 'stars', 'version', 'language', 'review', 'group'] as const

interface Written {
  rows: Cells[]
  /** So often over. */
  times: number
  order: (keyof Cells)[]
  format: 'csv' | 'jsonl'
  /** Cells that a row has less or, extra ones, more than there are columns. */
  ragged: number
}

const written: fc.Arbitrary<Written> = fc.record({
  rows: fc.array(cells, { minLength: 3, maxLength: 12 }),
  times: fc.constantFrom(1, 2),
  order: fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
  format: fc.constantFrom('csv', 'csv', 'jsonl'),
  ragged: fc.integer({ min: -2, max: 2 }),
})

function fileOf({ rows, times, order, format, ragged }: Written, index: number): File {
  const all = Array.from({ length: times }, () => rows).flat()
  if (format === 'jsonl') {
    const lines = all.map((row, number) => {
      const named = Object.fromEntries(order.map((name) => [name, row[name]]))
      // A name that comes late, and one that is left out.
      return JSON.stringify(number % 7 === 6 ? { ...named, extra: 'late', review: undefined } : named)
    })
    return new File([lines.join('\n')], `${index}.jsonl`)
  }
  const records = all.map((row, number) => {
    const own = order.map((name) => row[name])
    if (number % 5 !== 4) return own
    return ragged < 0 ? own.slice(0, ragged) : [...own, ...Array<string>(ragged).fill('beyond')]
  })
  return new File([writeTable([order, ...records], CSV)], `${index}.csv`)
}

describe('what is gathered while files are opened', () => {
  it('equals what passes of their own give', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 3 }), async (files) => {
        const { rows, readings, opened, dateFormats } = await openTable(
          files.map(fileOf),
          [],
          undefined,
          undefined,
          { rows: 8, units: 2 ** 20 },
        )
        const own = createReadings(rows, NOTHING)
        const texts = { column: opened.textColumn ?? 0, above: [] }
        expect(await readings.text(texts)).toEqual(await own.text(texts))
        for (const { index: column, kind } of opened.columns) {
          const format = kind === 'date' ? (dateFormats[column] ?? null) : null
          const [gathered, passed] = [await readings.values(column, format), await own.values(column, format)]
          expect(gathered.values).toEqual(passed.values)
          expect(Uint32Array.from(gathered.ids)).toEqual(passed.ids)
          if (kind === 'date') continue
          expect(await readings.labels(column)).toEqual(await own.labels(column))
          expect(await readings.declared(column)).toEqual(await own.declared(column))
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('passes over the rows', () => {
  afterEach(() => vi.restoreAllMocks())

  const many = (count: number, review: (row: number) => string): File => {
    const records = Array.from({ length: count }, (_, row) => [
      `2026-03-${String((row % 28) + 1).padStart(2, '0')}`,
      String((row % 5) + 1),
      `2.${row % 3}.0`,
      `Headline ${row}`,
      review(row),
    ])
    return csv(writeTable([['date', 'stars', 'version', 'title', 'review'], ...records], CSV))
  }

  /** How often all rows were read. */
  function countPasses(): () => number {
    const blocks = vi.spyOn(RowSource.prototype, 'blocks')
    return () => blocks.mock.calls.filter(([rows]) => rows.length === 1500).length
  }

  const reviews = (row: number): string => `The review of row ${row} says a good deal`

  it('are not made for what a page asks before a run', async () => {
    const table = connectTable()
    await table.open({ files: [many(1500, reviews)] })
    const passes = countPasses()
    await table.chooseText({ column: 4 })
    await table.breakdown({ column: 0, query: ALL_ROWS })
    await table.breakdown({ column: 2, query: ALL_ROWS })
    const profile = await table.profile({ text: [4], label: 1 })
    expect(profile).toMatchObject({ withoutText: 0, duplicates: 0, words: { least: 9, most: 9 } })
    expect(profile.labels).toHaveLength(5)
    expect(passes()).toBe(0)
  })

  it('are made once for a column that was not foreseen, and the profile of it', async () => {
    const table = connectTable()
    await table.open({ files: [many(1500, reviews)] })
    const passes = countPasses()
    const chosen = await table.chooseText({ column: 3 })
    await table.profile({ text: [3], label: 1 })
    expect([chosen.distinct, passes()]).toEqual([1500, 1])
    await table.chooseText({ column: 4, above: [3] })
    await table.profile({ text: [3, 4], label: 1 })
    expect(passes()).toBe(2)
  })

  it('are shared by questions at the same moment, of which one may be dropped', async () => {
    const table = connectTable()
    await table.open({ files: [many(1500, reviews)] })
    const passes = countPasses()
    const controller = new AbortController()
    const dropped = table.breakdown({ column: 3, query: ALL_ROWS }, { signal: controller.signal })
    const other = table.breakdown({ column: 3, query: ALL_ROWS })
    controller.abort()
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' })
    expect(await other).toMatchObject({ column: 3, by: 'value' })
    expect(passes()).toBe(1)
  })

  it('give a column that was chosen again rows of its own', async () => {
    const table = connectTable()
    await table.open({ files: [many(1500, reviews)] })
    await table.chooseText({ column: 4 })
    const { generation } = await table.pending({ from: 0, limit: 1 })
    await table.markUnreadable({ generation, rows: Uint32Array.of(0) })
    await table.chooseText({ column: 3 })
    await table.chooseText({ column: 4 })
    expect((await table.detail({ row: 0 })).flags).toEqual([])
  })
})
