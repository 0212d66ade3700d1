import { flagBit } from '../../../domain/flags.ts'
import { LABELS, perLabel } from '../../../domain/labels.ts'
import type { Summary } from '../../../domain/summary.ts'
import type { TextRows } from '../answers/textRows.ts'
import { countBits, visitRows, type Bitmap } from './bitmap.ts'

export const NOT_SURE = flagBit('not_sure')
const CORRECTED = flagBit('corrected')

/** Counts over some rows, labels of unfit ones only when they are included; before a text column is chosen every row is waiting. */
export function summarise(bits: Bitmap, text: TextRows | null, includeUnfit: boolean): Summary {
  const rows = countBits(bits)
  const counts = LABELS.map(() => ({ rows: 0, notSure: 0 }))
  const unfit = { otherLanguage: 0, tooShort: 0 }
  let [withoutText, classified, unreadable, corrected, languageUnknown, unconfirmed] = [0, 0, 0, 0, 0, 0]
  if (text) visitRows(bits, (row) => countRow(text, row))
  return {
    rows,
    withoutText,
    classified,
    waiting: rows - withoutText - classified - unreadable,
    unreadable,
    unfit,
    languageUnknown,
    unconfirmed,
    corrected,
    byLabel: perLabel((_, index) => counts[index] ?? { rows: 0, notSure: 0 }),
  }

  function countRow(texts: TextRows, row: number): void {
    const count = counts[texts.answers.labels[row] ?? LABELS.length]
    if (!count) {
      if (!texts.hasText(row)) withoutText++
      else if (texts.isUnreadable(row)) unreadable++
      return
    }
    classified++
    const flags = texts.answers.flagBits[row] ?? 0
    if ((flags & CORRECTED) !== 0) corrected++
    const reason = texts.unfit(row)
    if (reason !== null) unfit[reason]++
    if (texts.fits.isLanguageUnknown(row)) languageUnknown++
    if (!texts.answers.isConfirmed(row)) unconfirmed++
    if (reason !== null && !includeUnfit) return
    count.rows++
    if ((flags & NOT_SURE) !== 0) count.notSure++
  }
}
