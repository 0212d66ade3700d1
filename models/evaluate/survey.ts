import { clean, hasText } from '../../src/domain/clean.ts'
import type { NumberScale } from '../../src/domain/labelMeaning.ts'
import { findScale, readLabel, type Scale } from './labelScale.ts'
import type { RawRow } from './rawRow.ts'
import { UsageError } from './usageError.ts'

/** Rows that cannot be judged, and where the first of them is. */
export interface LeftOut {
  reason: 'no text' | 'no label' | 'not readable'
  rows: number
  /** As `RawRow.line`. */
  firstLine: number
}

/** What a first pass over a file finds out, so that a second can choose rows evenly. */
export interface Survey {
  scale: Scale
  /** Usable rows of each source, and whether it knows no neutral ones where its rows do not say so. */
  sources: ReadonlyMap<string, { rows: number; twoClasses: boolean }>
  leftOut: LeftOut[]
}

/** Distinct labels that are kept apart; a column with more is not one of labels. */
const MOST_LABELS = 1000

/** `source` is the name of rows that bring none. Throws `UsageError` when labels cannot be read or no row is left. */
export async function survey(
  rows: AsyncIterable<RawRow>,
  source: string,
  numbers: NumberScale | null,
): Promise<Survey> {
  const counts = new Map<string, Map<string, number>>()
  const firstLines = new Map<string, number>()
  const leftOut = new Map<LeftOut['reason'], LeftOut>()
  const leave = (reason: LeftOut['reason'], line: number, rows = 1): void => {
    const found = leftOut.get(reason) ?? { reason, rows: 0, firstLine: line }
    leftOut.set(reason, {
      reason,
      rows: found.rows + rows,
      firstLine: Math.min(found.firstLine, line),
    })
  }
  let documented = false
  for await (const row of rows) {
    if (!isReadable(row)) leave(row.text === null ? 'not readable' : 'no text', row.line)
    else {
      documented ||= row.classes !== null
      const label = firstLines.has(row.label) || firstLines.size < MOST_LABELS ? row.label : ''
      if (!firstLines.has(label)) firstLines.set(label, row.line)
      const ofSource = counts.get(row.source ?? source) ?? new Map<string, number>()
      ofSource.set(label, (ofSource.get(label) ?? 0) + 1)
      counts.set(row.source ?? source, ofSource)
    }
  }
  const scale = scaleOf(firstLines.keys(), numbers, documented)
  const sources = new Map<string, { rows: number; twoClasses: boolean }>()
  for (const [name, labels] of counts) {
    let usable = 0
    let neutral = false
    for (const [value, count] of labels) {
      const label = readLabel(value, scale)
      if (label === null) leave('no label', firstLines.get(value) ?? 0, count)
      else usable += count
      neutral ||= label === 'neutral'
    }
    if (usable > 0) sources.set(name, { rows: usable, twoClasses: !neutral })
  }
  if (sources.size === 0) throw new UsageError('The file has no row with a text and a label.')
  return { scale, sources, leftOut: [...leftOut.values()] }
}

export function isReadable(row: RawRow): row is RawRow & { text: string } {
  return row.text !== null && hasText(clean(row.text).text)
}

/** Rows that say how many classes their source has are of the documented shape: numbers are labels. */
function scaleOf(values: Iterable<string>, numbers: NumberScale | null, documented: boolean): Scale {
  if (numbers !== null) return numbers
  const known = [...values]
  if (documented && known.every((value) => readLabel(value, 'words') === null)) return 'labels'
  if (known.length === 0) throw new UsageError('The file has no row with a text.')
  return findScale(known)
}
