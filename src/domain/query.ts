import type { Label } from './labels.ts'

/**
 * Which rows a reader wants to see: a label, the unsure ones, those without text, or all. `not_classified` are all
 * rows without an answer: waiting, without text, or unreadable. `unfit` are classified rows in another language or too
 * short to tell; `corrected` those whose label is a person's.
 */
export type RowFilter = Label | 'all' | 'not_sure' | 'unfit' | 'corrected' | 'no_text' | 'not_classified'

/** `file` is file order; `surest` and `least-sure` sort by confidence, rows without an answer last. */
export type RowOrder = 'file' | 'surest' | 'least-sure'

/** One question asked of the table; charts, list and export agree because they ask with the same one. */
export interface Query {
  filter: RowFilter
  /** Case-insensitive substring of the text column; empty for none. */
  search: string
  /** Only rows of this group of a breakdown, or null. */
  group: { column: number; value: string } | null
  order: RowOrder
  /** Whether the labels of unfit rows count. Only the filters of labels and `not_sure` look at it. */
  includeUnfit: boolean
}

export const ALL_ROWS: Query = { filter: 'all', search: '', group: null, order: 'file', includeUnfit: false }
