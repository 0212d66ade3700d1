import { flagBit } from '../../domain/flags.ts'
import { LABELS, perLabel } from '../../domain/labels.ts'
import type { Summary } from '../../domain/summary.ts'
import type { TextRows } from './textRows.ts'

export const NOT_SURE = flagBit('not_sure')

/** Counts over all rows; before a text column is chosen every row is waiting. */
export function summarise(rows: number, text: TextRows | null): Summary {
  const counts = LABELS.map(() => ({ rows: 0, notSure: 0 }))
  let unreadable = 0
  for (let row = 0; text && row < rows; row++) {
    const count = counts[text.answers.labels[row] ?? LABELS.length]
    if (count) {
      count.rows++
      if (((text.answers.flagBits[row] ?? 0) & NOT_SURE) !== 0) count.notSure++
    } else if (text.isUnreadable(row)) unreadable++
  }
  const classified = text?.answers.answered ?? 0
  const withoutText = text?.profile.withoutText ?? 0
  return {
    rows,
    withoutText,
    classified,
    waiting: rows - withoutText - classified - unreadable,
    unreadable,
    byLabel: perLabel((_, index) => counts[index] ?? { rows: 0, notSure: 0 }),
  }
}
