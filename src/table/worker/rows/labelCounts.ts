import type { ColumnValues } from './columnValues.ts'

/** How often each value of a column occurs, most frequent first. */
export type LabelCounts = { value: string; rows: number }[]

export const MOST_LABELS = 60

/** Null where there are more values than labels have. */
export function countLabels({ values, ids }: ColumnValues): LabelCounts | null {
  if (values.length > MOST_LABELS) return null
  const counts = new Uint32Array(values.length)
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
  return values.map((value, id) => ({ value, rows: counts[id] ?? 0 })).sort((a, b) => b.rows - a.rows)
}
