import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Condition } from '../../../domain/query.ts'
import { CALIBRATION, csv, NEGATIVE, POSITIVE } from '../../../testing/reviewedTable.ts'
import { chooseTexts } from '../answers/chooseTexts.ts'
import { Recent } from '../../../lib/recent.ts'
import { openTable } from '../rows/openTable.ts'
import { askedTable, type AskedTable } from './askedTable.ts'
import { matchingBits } from './matching.ts'

/** Two whole blocks of rows and a part of one; every seventh text is a twin's. */
const ROWS = 2500

async function chosen(): Promise<AskedTable> {
  const lines = Array.from({ length: ROWS }, (_, row) =>
    row % 50 === 3 ? '' : row % 7 === 0 ? 'ok' : `a review of row ${row}`,
  )
  const table = askedTable(await openTable([csv(['review', ...lines.map((line) => `"${line}"`)].join('\n'))]))
  const choice = { column: 0, above: [], language: null, generation: 1 }
  return { ...table, text: await chooseTexts(table, choice) }
}

const conditions: Condition[] = [
  { kind: 'label', label: 'negative' },
  { kind: 'label', label: 'positive' },
  { kind: 'not_classified' },
  { kind: 'flag', flag: 'not_sure' },
  { kind: 'flag', flag: 'corrected' },
  { kind: 'flag', flag: 'unreadable' },
  { kind: 'flag', flag: 'unfit' },
  { kind: 'flag', flag: 'too_short' },
]

const change = fc.record({
  what: fc.constantFrom('record', 'forget', 'correct', 'set aside', 'derive'),
  row: fc.nat(ROWS - 1),
  positive: fc.boolean(),
})

it('what is kept of conditions on answers is as if they were asked anew after every change', async () => {
  const opened = await chosen()
  let generation = 1
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const text = opened.text?.afresh(++generation)
      if (!text) throw new Error('no texts')
      const table = { ...opened, text }
      for (const { what, row, positive } of changes) {
        const rows = Uint32Array.of(row)
        if (what === 'record' && text.hasText(row)) {
          text.fits.set(row, { language: 'english', length: positive ? 'nothing' : 'enough' })
          text.record(rows, [positive ? POSITIVE : NEGATIVE], CALIBRATION)
        }
        if (what === 'forget') text.forget(rows)
        if (what === 'correct') text.answers.correct(row, positive ? 'positive' : null)
        if (what === 'set aside') text.setUnreadable(rows)
        if (what === 'derive')
          text.answers.deriveAgain({ ...CALIBRATION, notSureBelow: positive ? 0.85 : 0.5 })
        for (const condition of conditions) {
          for (const includeUnfit of [false, true]) {
            const query = { conditions: [condition], includeUnfit }
            const anew: AskedTable = { ...table, bitmaps: new Recent(0) }
            expect((await matchingBits(table, query)).join()).toBe((await matchingBits(anew, query)).join())
          }
        }
      }
    }),
    { numRuns: 10 },
  )
})
