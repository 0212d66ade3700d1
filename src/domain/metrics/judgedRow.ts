import type { Decision } from '../decide.ts'
import type { Label, PerLabel } from '../labels.ts'

/** One labelled row with the answer it is judged by. */
export interface JudgedRow {
  /** What is right. */
  label: Label
  /** True when its source knows no neutral rows. */
  twoClasses: boolean
  answer: Label
  probabilities: PerLabel<number>
  /** False where the product says "not sure". */
  sure: boolean
}

/**
 * A source that knows no neutral rows says nothing about neutral answers: its rows are judged as negative against
 * positive, with the probabilities that remain scaled to 1. Throws `RangeError` for a neutral row of such a source.
 */
export function judgeRow(label: Label, twoClasses: boolean, decision: Decision): JudgedRow {
  const sure = !decision.flags.includes('not_sure')
  if (!twoClasses)
    return { label, twoClasses, answer: decision.label, probabilities: decision.probabilities, sure }
  if (label === 'neutral') throw new RangeError('a neutral row of a source with two classes')
  const probabilities = withoutNeutral(decision.probabilities)
  const answer = probabilities.positive > probabilities.negative ? 'positive' : 'negative'
  return { label, twoClasses, answer, probabilities, sure }
}

/** When nothing remains, negative and positive are equally likely. */
export function withoutNeutral({ negative, positive }: PerLabel<number>): PerLabel<number> {
  const rest = negative + positive
  if (rest === 0) return { negative: 0.5, neutral: 0, positive: 0.5 }
  return { negative: negative / rest, neutral: 0, positive: positive / rest }
}
