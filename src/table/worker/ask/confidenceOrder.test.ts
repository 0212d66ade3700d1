import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Answers } from '../answers/answers.ts'
import { byConfidence } from './confidenceOrder.ts'

const CALIBRATION = {
  temperature: 1,
  bias: [0, 0, 0],
  notSureBelow: 0.5,
  tolerance: 0,
  english: true,
  window: { pieces: 128, overlap: 32 },
} as const

it('sorts as a comparator would, ties and rows without an answer in file order', () => {
  const logit = fc.constantFrom(-20, -1, 0, 0.5, 3, 50)
  fc.assert(
    fc.property(fc.array(fc.option(fc.tuple(logit, logit, logit)), { maxLength: 40 }), (table) => {
      const answers = new Answers(table.length)
      for (const [row, logits] of table.entries()) {
        if (logits)
          answers.record(row, { logits: Float32Array.from(logits), pieces: Uint32Array.of(3) }, CALIBRATION)
      }
      const rows = Uint32Array.from(table.keys()).filter((row) => row % 5 !== 4)
      const confidence = (row: number): number => answers.confidences[row] ?? 0
      const answered = [...rows].filter((row) => answers.has(row))
      const others = [...rows].filter((row) => !answers.has(row))
      const surest = answered.toSorted((a, b) => confidence(b) - confidence(a) || a - b)
      const leastSure = answered.toSorted((a, b) => confidence(a) - confidence(b) || a - b)
      expect([...byConfidence(rows, answers, 'surest')]).toEqual([...surest, ...others])
      expect([...byConfidence(rows, answers, 'least-sure')]).toEqual([...leastSure, ...others])
    }),
    { numRuns: 500 },
  )
})
