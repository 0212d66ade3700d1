import type { AskedFlag, Condition } from '../../../domain/query.ts'
import { flagBit } from '../../../domain/flags.ts'
import { LABELS } from '../../../domain/labels.ts'
import type { TextRows } from '../answers/textRows.ts'

/** Conditions that depend on answers, and on what is known of a row's text. */
export type AnswerCondition = Extract<Condition, { kind: 'label' | 'flag' | 'not_classified' }>

export function isAnswerCondition(condition: Condition): condition is AnswerCondition {
  return condition.kind === 'label' || condition.kind === 'flag' || condition.kind === 'not_classified'
}

/** Whether a row is what the condition asks for; before texts are chosen no row has an answer. */
export function answerTest(
  condition: AnswerCondition,
  text: TextRows | null,
  includeUnfit: boolean,
): (row: number) => boolean {
  if (!text) return () => condition.kind === 'not_classified'
  const { answers } = text
  const counts = (row: number): boolean => includeUnfit || text.unfit(row) === null
  if (condition.kind === 'not_classified') return (row) => !answers.has(row)
  if (condition.kind === 'flag') {
    const isFlagged = flagTest(condition.flag, text)
    return condition.flag === 'not_sure' ? (row) => isFlagged(row) && counts(row) : isFlagged
  }
  const label = LABELS.indexOf(condition.label)
  return (row) => answers.labels[row] === label && counts(row)
}

function flagTest(flag: AskedFlag, text: TextRows): (row: number) => boolean {
  const { answers } = text
  if (flag === 'unfit') return (row) => answers.has(row) && text.unfit(row) !== null
  if (flag === 'other_language') return (row) => answers.has(row) && text.unfit(row) === 'otherLanguage'
  if (flag === 'too_short') return (row) => answers.has(row) && text.unfit(row) === 'tooShort'
  const bit = flagBit(flag)
  return (row) => (text.bitsOf(row) & bit) !== 0
}
