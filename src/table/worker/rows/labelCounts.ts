import { ownCopy } from '../../../lib/ownCopy.ts'
import type { ColumnValues } from './columnValues.ts'
import type { RowGatherer } from './rowGatherer.ts'

/** How often each value of a column occurs, most frequent first. */
export type LabelCounts = { value: string; rows: number }[]

const MOST_LABELS = 60

/** Null for a column with more values than labels have. */
export function labelGatherer(column: number): RowGatherer<LabelCounts | null> {
  const counts = new Map<string, number>()
  return {
    add(cells) {
      if (counts.size > MOST_LABELS) return
      const value = cells[column]?.trim() ?? ''
      const known = counts.get(value)
      if (known === undefined) counts.set(ownCopy(value), 1)
      else counts.set(value, known + 1)
    },
    finish: () => (counts.size > MOST_LABELS ? null : sorted([...counts])),
  }
}

/** The same from values that are known; null when they are too many. */
export function countLabels({ values, ids }: ColumnValues): LabelCounts | null {
  if (values.length > MOST_LABELS) return null
  const counts = new Uint32Array(values.length)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return sorted(values.map((value, id) => [value, counts[id] ?? 0]))
}

function sorted(counts: [value: string, rows: number][]): LabelCounts {
  return counts.map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows)
}
