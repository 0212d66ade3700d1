import { describe, expect, it } from 'vitest'
import { PLAIN_CSV } from '../../../domain/exportFormat.ts'
import { ALL_ROWS, type Query } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { CALIBRATION, csv, NEGATIVE, POSITIVE, reviewed, MODEL } from '../../../testing/reviewedTable.ts'
import type { TableClient } from '../../client.ts'

const counts = async (table: TableClient): Promise<unknown> => {
  const { byLabel, corrected, classified } = await table.summary({
    query: { ...ALL_ROWS, includeUnfit: true },
  })
  const { negative, neutral, positive } = byLabel
  return {
    labels: [negative.rows, neutral.rows, positive.rows],
    notSure: neutral.notSure,
    corrected,
    classified,
  }
}

const BEFORE = { labels: [1, 1, 1], notSure: 1, corrected: 0, classified: 3 }

describe('a correction', () => {
  it('is the label that counts, is listed and exported, and leaves the answer the model’s', async () => {
    const { table } = await reviewed()
    expect(await counts(table)).toEqual(BEFORE)
    const detail = await table.correct({ row: 3, label: 'negative' })
    expect(detail).toMatchObject({
      row: 3,
      correction: 'negative',
      answer: { label: 'neutral' },
      flags: ['markup_removed', 'corrected'],
    })
    expect(await counts(table)).toEqual({ labels: [2, 0, 1], notSure: 0, corrected: 1, classified: 3 })

    const query: Query = { ...ALL_ROWS, conditions: [{ kind: 'label', label: 'negative' }] }
    const { rows } = await table.slice({ query, from: 0, limit: 9, extra: [] })
    expect(rows.map(({ row, correction }) => [row, correction])).toEqual([
      [0, null],
      [3, 'negative'],
    ])
    const { file } = await table.export({ query, as: PLAIN_CSV, to: null })
    expect((await file?.text())?.split('\r\n')[2]).toBe(
      '2,It is <b>fine</b> I guess,2.9.0,2026-11-03,negative,0.4500,0.3000,0.4500,0.2500,markup_removed;corrected',
    )
    const { groups } = await table.breakdown({ column: 2, query: { ...ALL_ROWS, includeUnfit: true } })
    expect(groups.find(({ value }) => value === '2.9.0')?.byLabel.negative.rows).toBe(2)
  })

  it('can be changed, and taken back', async () => {
    const { table } = await reviewed()
    await table.correct({ row: 3, label: 'negative' })
    await table.correct({ row: 3, label: 'positive' })
    expect(await counts(table)).toEqual({ labels: [1, 0, 2], notSure: 0, corrected: 1, classified: 3 })
    const back = await table.correct({ row: 3, label: null })
    expect(back).toMatchObject({ correction: null, flags: ['not_sure', 'markup_removed'] })
    expect(await counts(table)).toEqual(BEFORE)
  })

  it('may say what the model says: then the row is not unsure any more', async () => {
    const { table } = await reviewed()
    expect(await table.correct({ row: 3, label: 'neutral' })).toMatchObject({ correction: 'neutral' })
    expect(await counts(table)).toEqual({ labels: [1, 1, 1], notSure: 0, corrected: 1, classified: 3 })
  })

  it.each([
    ['without text', 2],
    ['that waits', 4],
  ])('is not taken of a row %s', async (_, row) => {
    const { table } = await reviewed()
    expect(await table.correct({ row, label: 'negative' })).toMatchObject({ correction: null, answer: null })
    expect(await counts(table)).toEqual(BEFORE)
  })

  it('outlives another calibration, another answer, and being forgotten', async () => {
    const { table, generation } = await reviewed()
    await table.correct({ row: 0, label: 'positive' })
    const corrected = { labels: [0, 1, 2], notSure: 1, corrected: 1, classified: 3 }
    expect(await counts(table)).toEqual(corrected)
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, temperature: 1.01 } })
    expect(await counts(table)).toEqual(corrected)
    const rows = Uint32Array.of(0)
    await table.record({ generation, rows, answers: [NEGATIVE] })
    expect(await counts(table)).toEqual(corrected)

    await table.forget({ generation, rows })
    expect(await counts(table)).toEqual({ labels: [0, 1, 1], notSure: 1, corrected: 0, classified: 2 })
    await table.record({ generation, rows, answers: [NEGATIVE] })
    expect(await counts(table)).toEqual(corrected)

    await table.forgetAll(null)
    expect(await counts(table)).toMatchObject({ labels: [0, 0, 0], corrected: 0 })
    const { generation: next } = await table.pending({ from: 0, limit: 1 })
    await table.record({ generation: next, rows, answers: [NEGATIVE] })
    expect(await counts(table)).toMatchObject({ labels: [0, 0, 1], corrected: 1 })
  })

  it('is of one row, also where others have its text', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review\ngood\ngood\ngood\n')] })
    await table.chooseText({ column: 0 })
    await table.useModel(MODEL)
    const { generation } = await table.pending({ from: 0, limit: 1 })
    await table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    await table.correct({ row: 0, label: 'negative' })
    // The twins are met only now, and take what the model said.
    await table.pending({ from: 0, limit: 9 })
    expect(await counts(table)).toMatchObject({ labels: [1, 0, 2], corrected: 1, classified: 3 })
    const { flags, correction } = await table.detail({ row: 1 })
    expect([flags, correction]).toEqual([[], null])
  })

  it('is forgotten with the column it was made of', async () => {
    const { table } = await reviewed()
    await table.correct({ row: 0, label: 'positive' })
    await table.chooseText({ column: 2 })
    await table.chooseText({ column: 1 })
    const { generation } = await table.pending({ from: 0, limit: 1 })
    await table.record({ generation, rows: Uint32Array.of(0), answers: [NEGATIVE] })
    expect(await counts(table)).toMatchObject({ labels: [1, 0, 0], corrected: 0 })
  })
})
