import { describe, expect, it } from 'vitest'
import { ALL_ROWS } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { CALIBRATION, csv, MODEL, NEGATIVE, POSITIVE, reviewed } from '../../../testing/reviewedTable.ts'
import type { TableClient } from '../../client.ts'

const OTHER = { ...MODEL, id: 'other' }

async function counts(table: TableClient): Promise<{ classified: number; unconfirmed: number }> {
  const { classified, unconfirmed } = await table.summary({ query: ALL_ROWS })
  return { classified, unconfirmed }
}

describe('answers of two models', () => {
  it.each([OTHER, { ...MODEL, rule: MODEL.rule + 1 }])(
    'are never in one table: model $id by rule $rule is refused',
    async (next) => {
      const { table, generation } = await reviewed()
      await expect(table.useModel(next)).rejects.toMatchObject({ code: 'other-model' })
      await table.record({ generation, rows: Uint32Array.of(4), answers: [POSITIVE] })
      expect((await counts(table)).classified).toBe(4)
    },
  )

  it('can follow each other when those of the first are forgotten', async () => {
    const { table, generation: earlier } = await reviewed()
    await table.forgetAll(null)
    await table.useModel(OTHER)
    const { generation } = await table.pending({ from: 0, limit: 9 })
    await table.record({ generation: earlier, rows: Uint32Array.of(0), answers: [POSITIVE] })
    expect((await counts(table)).classified).toBe(0)
    await table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    await expect(table.useModel(MODEL)).rejects.toMatchObject({ code: 'other-model' })
  })

  it('are not mixed by what was on its way for the first one', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review\nfine\nbad\n')] })
    await table.chooseText({ column: 0 })
    await table.useModel(MODEL)
    const { generation } = await table.pending({ from: 0, limit: 9 })
    await table.markUnreadable({ generation, rows: Uint32Array.of(1) })
    await table.useModel(OTHER)
    await table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    expect((await counts(table)).classified).toBe(0)
    expect([...(await table.pending({ from: 0, limit: 9 })).rows]).toEqual([0, 1])
  })

  it('are the same model’s with another calibration', async () => {
    const { table } = await reviewed()
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, bias: [9, 0, 0] } })
    expect((await table.summary({ query: ALL_ROWS })).byLabel.negative.rows).toBe(3)
  })

  it('are not recorded before anyone said whose they are', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review\nfine\n')] })
    await table.chooseText({ column: 0 })
    const { generation } = await table.pending({ from: 0, limit: 9 })
    const recording = table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    await expect(recording).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('answers that a check has covered', () => {
  it('are counted apart, rows with the same text among them', async () => {
    const table = connectTable()
    await table.open({ files: [csv('review\nfine\nbad\nfine\nso so\n')] })
    await table.chooseText({ column: 0 })
    await table.useModel(MODEL)
    const { generation } = await table.pending({ from: 0, limit: 2 })
    const answers = [POSITIVE, NEGATIVE]
    await table.record({ generation, rows: Uint32Array.of(0, 1), answers })
    await table.confirm({ generation, rows: Uint32Array.of(0) })
    expect(await counts(table)).toEqual({ classified: 2, unconfirmed: 1 })
    // A twin that is found later has the answer with all that is known of it.
    await table.pending({ from: 2, limit: 2 })
    expect(await counts(table)).toEqual({ classified: 3, unconfirmed: 1 })
    await table.confirm({ generation, rows: Uint32Array.of(1, 3) })
    expect(await counts(table)).toEqual({ classified: 3, unconfirmed: 0 })
  })

  it.each<[string, (table: TableClient, generation: number) => Promise<unknown>, number]>([
    [
      'a new answer',
      (table, generation) => table.record({ generation, rows: Uint32Array.of(0), answers: [POSITIVE] }),
      1,
    ],
    ['forgetting it', (table, generation) => table.forget({ generation, rows: Uint32Array.of(0) }), 0],
    ['forgetting all', (table) => table.forgetAll(null), 0],
    [
      'another calibration',
      (table) => table.useModel({ ...MODEL, calibration: { ...CALIBRATION, tolerance: 0.1 } }),
      0,
    ],
    ['a person’s label', (table) => table.correct({ row: 0, label: 'neutral' }), 0],
  ])('after %s', async (_name, change, unconfirmed) => {
    const { table, generation } = await reviewed()
    await table.confirm({ generation, rows: Uint32Array.of(0, 1, 3) })
    await change(table, generation)
    expect((await counts(table)).unconfirmed).toBe(unconfirmed)
    // Answered anew where it was forgotten: nothing has covered that.
    const now = await table.pending({ from: 0, limit: 9 })
    if (!now.rows.includes(0)) return
    await table.record({ generation: now.generation, rows: Uint32Array.of(0), answers: [POSITIVE] })
    expect((await counts(table)).unconfirmed).toBe(1)
  })

  it('are not those of another choice of a column', async () => {
    const { table, generation } = await reviewed()
    await table.confirm({ generation: generation - 1, rows: Uint32Array.of(0, 1, 3) })
    expect((await counts(table)).unconfirmed).toBe(3)
  })
})
