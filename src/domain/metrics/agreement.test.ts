import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LABELS, perLabel } from '../labels.ts'
import { judgeRow } from './judgedRow.ts'
import { measuresOf } from './measures.ts'

/** What models/training/metrics.py makes of a few groups of rows; the training tests hold it to the same file. */
const CASES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../models/training/tests/measures.json'), 'utf8'),
) as {
  name: string
  rows: { label: number; classes: number; probabilities: number[] }[]
  measures: {
    accuracy: number
    macro_f1: number
    recall: Record<string, number>
    auc: number | null
    ece: number
  }
}[]

describe('the measures used in training', () => {
  it.each(CASES)('are the product’s: $name', ({ rows, measures }) => {
    const judged = rows.map(({ label, classes, probabilities: values }) => {
      const probabilities = perLabel((_, index) => values[index]!)
      const answer = LABELS[values.indexOf(Math.max(...values))]!
      return judgeRow(LABELS[label]!, classes === 2, {
        label: answer,
        confidence: probabilities[answer],
        probabilities,
        flags: [],
      })
    })
    const ours = measuresOf(judged)()
    expect(ours.accuracy).toBeCloseTo(measures.accuracy, 12)
    expect(ours.macroF1).toBeCloseTo(measures.macro_f1, 12)
    expect(ours.calibrationError).toBeCloseTo(measures.ece, 12)
    expect(ours.auc === null).toBe(measures.auc === null)
    expect(ours.auc ?? 0).toBeCloseTo(measures.auc ?? 0, 12)
    const recalls = [ours.recallNegative, ours.recallNeutral, ours.recallPositive]
    for (const [index, recall] of recalls.entries()) {
      expect(recall === null).toBe(measures.recall[index] === undefined)
      expect(recall ?? 0).toBeCloseTo(measures.recall[index] ?? 0, 12)
    }
  })
})
