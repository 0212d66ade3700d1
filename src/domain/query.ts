import type { Flag } from './flags.ts'
import type { Label } from './labels.ts'

/**
 * What a row can be asked for besides its label. `unfit`: classified rows in another language or too short to tell;
 * `other_language` and `too_short` are those of one kind, as the summary counts them. `corrected`: its label is a
 * person's. The others are flags as in `flags.ts`.
 */
export type AskedFlag = Exclude<Flag, 'formula_guarded'> | 'unfit'

/** One thing that a row can be asked for. */
export type Condition =
  /** The label that counts, a person's or else the model's. */
  | { kind: 'label'; label: Label }
  | { kind: 'flag'; flag: AskedFlag }
  /** Without an answer: waiting, without text, or unreadable. */
  | { kind: 'not_classified' }
  /** A group of a breakdown by a column, named as there; `''` for empty cells. */
  | { kind: 'group'; column: number; value: string }
  /** Days of a date column, `2026-11-21`, both included; null for no bound. Rows without a date are left out. */
  | { kind: 'days'; column: number; from: string | null; to: string | null }
  /** Numbers of a column, both included. Rows without a number are left out. */
  | { kind: 'stars'; column: number; least: number; most: number }
  /** The cleaned text contains it, whatever the case; an empty one is in every text. */
  | { kind: 'phrase'; phrase: string }
  /** As `phrase`, but neither a letter nor a digit stands right before or behind it. */
  | { kind: 'word'; word: string }

/** `file` is file order; `surest` and `least-sure` sort by confidence, rows without an answer last. */
export type RowOrder = 'file' | 'surest' | 'least-sure'

/** One question asked of the table; charts, list and export agree because they ask with the same one. */
export interface Query {
  /** All must hold; two of one kind are allowed. None: all rows. */
  conditions: readonly Condition[]
  /** Whether the labels of unfit rows count. Only the conditions of labels and `not_sure`, and counts of labels, look at it. */
  includeUnfit: boolean
  /** Counts do not look at it. */
  order: RowOrder
}

export const ALL_ROWS: Query = { conditions: [], includeUnfit: false, order: 'file' }
