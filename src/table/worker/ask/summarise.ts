import { flagBit } from '../../../domain/flags.ts'
import { LABELS, perLabel } from '../../../domain/labels.ts'
import type { Summary } from '../../../domain/summary.ts'
import type { TextRows } from '../answers/textRows.ts'

export const NOT_SURE = flagBit('not_sure')
export const CORRECTED = flagBit('corrected')

/** Counts over all rows, labels of unfit ones only when they are included; before a text column is chosen every row is waiting. */
export function summarise(rows: number, text: TextRows | null, includeUnfit: boolean): Summary {
  const counts = LABELS.map(() => ({ rows: 0, notSure: 0 }))
  const unfit = { otherLanguage: 0, tooShort: 0 }
  let [unreadable, corrected, languageUnknown] = [0, 0, 0]
  for (let row = 0; text && row < rows; row++) {
    const count = counts[text.answers.labels[row] ?? LABELS.length]
    if (count) {
      const bits = text.answers.flagBits[row] ?? 0
      if ((bits & CORRECTED) !== 0) corrected++
      const reason = text.unfit(row)
      if (reason !== null) unfit[reason]++
      if (text.fits.isLanguageUnknown(row)) languageUnknown++
      if (reason !== null && !includeUnfit) continue
      count.rows++
      if ((bits & NOT_SURE) !== 0) count.notSure++
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
    unfit,
    languageUnknown,
    corrected,
    byLabel: perLabel((_, index) => counts[index] ?? { rows: 0, notSure: 0 }),
  }
}
