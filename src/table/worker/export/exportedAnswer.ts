import type { Calibration } from '../../../domain/calibration.ts'
import type { Flag } from '../../../domain/flags.ts'
import { LABELS, type Label } from '../../../domain/labels.ts'
import type { TextRows } from '../answers/textRows.ts'

/** What an export says of a row besides its cells. */
export interface ExportedAnswer {
  /** The label that counts, a person's or else the model's; null without an answer. */
  label: Label | null
  /** The model's confidence and probabilities in the order of `LABELS`, four decimals; null without an answer. */
  scores: number[] | null
  flags: Flag[]
}

export function exportedAnswer(
  text: TextRows | null,
  row: number,
  calibration: Calibration | null,
): ExportedAnswer {
  const flags = text?.flags(row) ?? []
  const decision = calibration && text?.answers.decision(row, calibration)
  if (!decision) return { label: null, scores: null, flags }
  const { confidence, probabilities } = decision
  const scores = [confidence, ...LABELS.map((name) => probabilities[name])]
  return {
    label: text?.answers.correction(row) ?? decision.label,
    scores: scores.map((score) => Number(score.toFixed(4))),
    flags,
  }
}
