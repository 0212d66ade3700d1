import { LABELS, perLabel, type Label, type PerLabel } from '../labels.ts'
import { weightOf, type Weighted } from './weighted.ts'

/** Rows by their label and by the answer they got: `confusion.negative.positive` were negative, answered positive. */
export type Confusion = PerLabel<PerLabel<number>>

const PLACE: PerLabel<number> = perLabel((_, index) => index)

/** Throws `RangeError` when there is not one answer per label. */
export function confusionOf(labels: readonly Label[], answers: readonly Label[]): Weighted<Confusion> {
  if (labels.length !== answers.length) {
    throw new RangeError(`confusion: ${labels.length} labels, ${answers.length} answers`)
  }
  const cells = Uint8Array.from(labels, (label, row) => {
    const answer = answers[row]
    return PLACE[label] * LABELS.length + (answer === undefined ? 0 : PLACE[answer])
  })
  return (weights) => {
    const sums = new Float64Array(LABELS.length ** 2)
    for (const [row, cell] of cells.entries()) sums[cell] = (sums[cell] ?? 0) + weightOf(weights, row)
    return perLabel((_, label) => perLabel((_, answer) => sums[label * LABELS.length + answer] ?? 0))
  }
}
