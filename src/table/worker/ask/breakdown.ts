import { LABELS, perLabel } from '../../../domain/labels.ts'
import { classifiedRows, type Breakdown, type Group } from '../../../domain/summary.ts'
import { visitRows, type Bitmap } from './bitmap.ts'
import type { Grouping } from './grouping.ts'
import { NOT_SURE } from './summarise.ts'
import type { TextRows } from '../answers/textRows.ts'

/** Counts per group of the classified rows in `bits`, unfit ones only when they are included. Groups without one are left out. */
export function breakDown(
  column: number,
  grouping: Grouping,
  bits: Bitmap,
  text: TextRows | null,
  includeUnfit: boolean,
): Breakdown {
  const { by, dateFormat, values, ids, ordered } = grouping
  const cells = LABELS.length * 2
  const counts = new Uint32Array(values.length * cells)
  if (text) visitRows(bits, (row) => countRow(text, row))
  const groups = values.map((value, id): Group => {
    const at = (label: number): number => id * cells + label * 2
    const byLabel = perLabel((_, label) => ({
      rows: counts[at(label)] ?? 0,
      notSure: counts[at(label) + 1] ?? 0,
    }))
    return { value, byLabel }
  })
  const filled = groups.filter(({ byLabel }) => classifiedRows(byLabel) > 0)
  if (!ordered) filled.sort((a, b) => classifiedRows(b.byLabel) - classifiedRows(a.byLabel))
  return { column, by, dateFormat, ordered, groups: filled }

  function countRow(texts: TextRows, row: number): void {
    const label = texts.answers.labels[row] ?? LABELS.length
    if (label >= LABELS.length || (!includeUnfit && texts.unfit(row) !== null)) return
    const at = (ids[row] ?? 0) * cells + label * 2
    counts[at] = (counts[at] ?? 0) + 1
    if (((texts.answers.flagBits[row] ?? 0) & NOT_SURE) !== 0) counts[at + 1] = (counts[at + 1] ?? 0) + 1
  }
}
