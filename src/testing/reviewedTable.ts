import type { Calibration } from '../domain/calibration.ts'
import type { TextLogits } from '../domain/decide.ts'
import { READING_RULE } from '../domain/readingRule.ts'
import type { TableClient } from '../table/client.ts'
import type { RecordedModel, OpenTable } from '../table/protocol.ts'
import { connectTable } from './connectTable.ts'

export const CALIBRATION: Calibration = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.6,
  tolerance: 0,
  english: true,
  window: { pieces: 128, overlap: 32 },
}

export const MODEL: RecordedModel = { id: 'model', rule: READING_RULE, calibration: CALIBRATION }

export const csv = (text: string, name = 'reviews.csv'): File => new File([text], name)

/** Logits as after softmax, so that probabilities are what a test says. */
function answer(negative: number, neutral: number, positive: number): TextLogits {
  return {
    logits: Float32Array.of(Math.log(negative), Math.log(neutral), Math.log(positive)),
    pieces: Uint32Array.of(10),
  }
}

export const NEGATIVE = answer(0.9, 0.06, 0.04)
export const POSITIVE = answer(0.05, 0.15, 0.8)
const UNSURE = answer(0.3, 0.45, 0.25)

/** Five reviews in the columns stars, review, version, date; the third has no text. */
export const REVIEWS = [
  'stars,review,version,date',
  '1,Crashes every time I open it,2.9.0,2026-10-30',
  '5,"Love it,\nreally do",2.10.0,2026-11-01',
  '3,,2.10.0,2026-11-02',
  '2,It is <b>fine</b> I guess,2.9.0,2026-11-03',
  '4,Love the plans,2.10.0,2026-12-01',
  '',
].join('\r\n')

/**
 * `REVIEWS` with its first row negative, its second positive, its fourth neutral but not sure; `generation` goes with
 * further answers.
 */
export async function reviewed(): Promise<{ table: TableClient; opened: OpenTable; generation: number }> {
  const table = connectTable()
  const opened = await table.open({ files: [csv(REVIEWS)] })
  await table.chooseText({ column: 1 })
  await table.useModel(MODEL)
  const { generation } = await table.pending({ from: 0, limit: 9 })
  await table.record({ generation, rows: Uint32Array.of(0, 1, 3), answers: [NEGATIVE, POSITIVE, UNSURE] })
  return { table, opened, generation }
}
