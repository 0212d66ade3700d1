import { describe, expect, it } from 'vitest'
import { PLAIN_CSV } from '../../../domain/exportFormat.ts'
import { ALL_ROWS, type Query } from '../../../domain/query.ts'
import { connectTable } from '../../../testing/connectTable.ts'
import { CALIBRATION, csv, NEGATIVE, POSITIVE, MODEL } from '../../../testing/reviewedTable.ts'
import type { TextLogits } from '../../../domain/decide.ts'
import type { TableClient } from '../../client.ts'

const UNSURE: TextLogits = { logits: Float32Array.of(0.1, 0, 0), pieces: Uint32Array.of(1) }
const GERMAN = 'Die App stürzt seit dem letzten Update ständig ab'

/** Language, text, version. The last row has the text of the second in a row that is said to be English. */
const FILE = [
  'language,review,version',
  'en,I love this app and use it every day,1.0',
  `en,${GERMAN},1.0`,
  'de,Super app,2.0',
  'en,Homwork,2.0',
  'en,good,2.0',
  'en,...,2.0',
  `en-GB,${GERMAN},2.0`,
  'en,Super app,2.0',
  '',
].join('\n')

async function classified(language: number | null): Promise<TableClient> {
  const table = connectTable()
  await table.open({ files: [csv(FILE)] })
  await table.chooseText({ column: 1, language })
  await table.useModel(MODEL)
  for (let from: number | null = 0; from !== null;) {
    const chunk = await table.pending({ from, limit: 3 })
    from = chunk.next
    const answers = chunk.texts.map((text) =>
      text === 'Homwork' ? UNSURE : text === 'good' ? POSITIVE : NEGATIVE,
    )
    await table.record({ generation: chunk.generation, rows: chunk.rows, answers })
  }
  return table
}

async function rowsOf(table: TableClient, query: Partial<Query>): Promise<number[]> {
  const { rows } = await table.slice({ query: { ...ALL_ROWS, ...query }, from: 0, limit: 99, extra: [] })
  return rows.map(({ row }) => row)
}

async function flagged(table: TableClient): Promise<string[]> {
  const { rows } = await table.slice({ query: ALL_ROWS, from: 0, limit: 99, extra: [] })
  return rows.map(({ flags }) => flags.join(';'))
}

describe('flags', () => {
  it('are told when rows are handed out, for rows with equal texts too', async () => {
    expect(await flagged(await classified(null))).toEqual([
      '',
      'other_language',
      '',
      'not_sure;too_short',
      '',
      'too_short',
      'other_language',
      '',
    ])
  })

  it('follow the column that names each row’s language, each row by itself', async () => {
    expect(await flagged(await classified(0))).toEqual([
      '',
      'other_language',
      'other_language',
      'not_sure;too_short',
      '',
      'too_short',
      'other_language',
      '',
    ])
  })

  it('believe a text that clearly reads like English rather than the column', async () => {
    const table = connectTable()
    await table.open({
      files: [csv('language,review\nde,Works well and looks good on my phone\nde,Super app\n')],
    })
    await table.chooseText({ column: 1, language: 0 })
    await table.useModel(MODEL)
    await table.pending({ from: 0, limit: 9 })
    expect(await flagged(table)).toEqual(['', 'other_language'])
    const { languages } = await table.profile({ text: [1], label: null, language: 0 })
    expect(languages).toEqual({ sampled: 2, likelyEnglish: 1 })
  })

  it('of a single word follow what the model is sure of', async () => {
    const table = await classified(null)
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, notSureBelow: 0 } })
    expect((await flagged(table))[3]).toBe('')
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, notSureBelow: 0.99 } })
    expect((await flagged(table))[4]).toBe('not_sure;too_short')
  })

  it('stay when answers are forgotten, and another column of languages is another choice', async () => {
    const table = await classified(0)
    await table.forgetAll(null)
    expect((await flagged(table))[2]).toBe('other_language')
    await table.chooseText({ column: 1, language: null })
    expect((await table.summary({ query: { ...ALL_ROWS, includeUnfit: true } })).classified).toBe(0)
    expect((await flagged(table))[2]).toBe('')
  })

  it('are exported', async () => {
    const { file } = await (await classified(0)).export({ query: ALL_ROWS, as: PLAIN_CSV, to: null })
    const lines = (await file?.text())?.trim().split(/\r?\n/) ?? []
    expect(lines[2]).toMatch(/^en,Die App .*,negative,.*,other_language$/)
    expect(lines[6]).toMatch(/,too_short$/)
  })
})

describe('unfit rows', () => {
  it('are counted by reason whether or not their labels are', async () => {
    const table = await classified(0)
    const left = await table.summary({ query: ALL_ROWS })
    const all = await table.summary({ query: { ...ALL_ROWS, includeUnfit: true } })
    expect(left.unfit).toEqual({ otherLanguage: 3, tooShort: 2 })
    expect(all.unfit).toEqual(left.unfit)
    expect([left.classified, all.classified]).toEqual([8, 8])
    const rows = (summary: typeof left): number[] => Object.values(summary.byLabel).map((each) => each.rows)
    expect(rows(left)).toEqual([2, 0, 1])
    expect(rows(all)).toEqual([7, 0, 1])
    expect([left.byLabel.negative.notSure, all.byLabel.negative.notSure]).toEqual([0, 1])
  })

  it.each([false, true])(
    'agree in the summary, the list and the groups; included: %s',
    async (includeUnfit) => {
      const table = await classified(0)
      const { byLabel, unfit } = await table.summary({ query: { ...ALL_ROWS, includeUnfit } })
      for (const label of ['negative', 'neutral', 'positive'] as const) {
        expect(await rowsOf(table, { conditions: [{ kind: 'label', label }], includeUnfit })).toHaveLength(
          byLabel[label].rows,
        )
      }
      const notSure = Object.values(byLabel).reduce((sum, each) => sum + each.notSure, 0)
      expect(
        await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'not_sure' }], includeUnfit }),
      ).toHaveLength(notSure)
      expect(await rowsOf(table, { includeUnfit })).toHaveLength(8)
      expect(
        await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'unfit' }], includeUnfit }),
      ).toHaveLength(unfit.otherLanguage + unfit.tooShort)
      const { groups } = await table.breakdown({ column: 2, query: { ...ALL_ROWS, includeUnfit } })
      const grouped = groups.flatMap((group) => Object.values(group.byLabel).map((each) => each.rows))
      const all = Object.values(byLabel).map((each) => each.rows)
      expect(grouped.reduce((sum, rows) => sum + rows, 0)).toBe(all.reduce((sum, rows) => sum + rows, 0))
    },
  )

  it('count again once a person has said their label', async () => {
    const table = await classified(0)
    await table.correct({ row: 1, label: 'positive' })
    const { unfit, byLabel, corrected } = await table.summary({ query: ALL_ROWS })
    expect([unfit.otherLanguage, byLabel.positive.rows, corrected]).toEqual([2, 2, 1])
    expect(await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'unfit' }] })).toEqual([2, 3, 5, 6])
    expect(await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'corrected' }] })).toEqual([1])
  })

  it('are none before they have an answer', async () => {
    const table = await classified(0)
    await table.forgetAll(null)
    expect(await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'unfit' }] })).toEqual([])
    expect((await table.summary({ query: ALL_ROWS })).unfit).toEqual({ otherLanguage: 0, tooShort: 0 })
  })
})

describe('a model that may read other languages', () => {
  it('has no rows in another one', async () => {
    const table = await classified(0)
    await table.useModel({ ...MODEL, calibration: { ...CALIBRATION, english: false } })
    expect((await table.summary({ query: ALL_ROWS })).unfit).toEqual({ otherLanguage: 0, tooShort: 2 })
    expect(await rowsOf(table, { conditions: [{ kind: 'flag', flag: 'unfit' }] })).toEqual([3, 5])
    expect(await flagged(table)).not.toContain('other_language')
    await table.chooseText({ column: 1, language: null })
    expect(await flagged(table)).not.toContain('other_language')
  })
})

describe('the profile', () => {
  it('says how many of the texts read like English', async () => {
    const table = connectTable()
    await table.open({ files: [csv(FILE)] })
    const profile = async (language: number | null): Promise<unknown> =>
      (await table.profile({ text: [1], label: null, language })).languages
    expect(await profile(null)).toEqual({ sampled: 8, likelyEnglish: 6 })
    expect(await profile(0)).toEqual({ sampled: 8, likelyEnglish: 5 })
  })

  it('looks at a thousand texts from all of the file', async () => {
    const table = connectTable()
    const english = Array.from({ length: 3000 }, (_, row) => `I love this app and use it on day ${row}`)
    const german = Array.from({ length: 1000 }, (_, row) => `${GERMAN} ${row}`)
    await table.open({ files: [csv(['review', ...english, ...german, ''].join('\n'))] })
    const { languages } = await table.profile({ text: [0], label: null })
    expect(languages).toEqual({ sampled: 1000, likelyEnglish: 750 })
  })
})

describe('fit', () => {
  it('tells it of texts while no file is open', async () => {
    const table = connectTable()
    expect(await table.fit({ texts: [GERMAN, 'Works well and looks good on my phone', '...'] })).toEqual([
      { language: 'other', length: 'enough' },
      { language: 'english', length: 'enough' },
      { language: 'unclear', length: 'nothing' },
    ])
  })
})
