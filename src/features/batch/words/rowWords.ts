import { LABEL_WORDS } from '../../../words/labelWords.ts'
import { formatShare } from '../../../lib/format.ts'
import type { Row } from '../../../table/protocol.ts'

type Answered = Pick<Row, 'number' | 'answer' | 'correction' | 'flags'>

/** Why a row has no label to correct; null when it has one. */
export function whyNoLabel({ answer, flags }: Omit<Answered, 'number'>): string | null {
  if (answer !== null) return null
  if (flags.includes('no_text')) return 'This row has no text, so there is no label to correct.'
  if (flags.includes('unreadable'))
    return 'The model could not read this text, so there is no label to correct.'
  return 'This row is not classified yet, so there is no label to correct.'
}

/** What a person hears when a row comes into view: "Row 12: Negative, 87 % sure". */
export function rowWords(row: Answered): string {
  const { number, answer, correction } = row
  if (answer === null) return `Row ${number}: ${row.flags.includes('no_text') ? 'no text' : 'not classified'}`
  if (correction !== null) return `Row ${number}: ${LABEL_WORDS[correction].word}, set by you`
  return `Row ${number}: ${LABEL_WORDS[answer.label].word}, ${formatShare(answer.confidence)} sure`
}

/** What became of a correction. */
export function correctionWords(row: Answered): string {
  const { number, answer, correction } = row
  if (answer === null) return whyNoLabel(row) ?? ''
  return correction === null
    ? `Row ${number}: your label is taken back, ${LABEL_WORDS[answer.label].word} as the model said`
    : rowWords(row)
}
