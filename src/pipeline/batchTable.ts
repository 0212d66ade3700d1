import type { TextLogits } from '../domain/decide.ts'

/** Rows with text that are done, of all rows with text. */
export interface BatchProgress {
  done: number
  total: number
}

/** Rows of one choice of a text column: answers for them go back with its generation. */
export interface BatchRows {
  generation: number
  rows: Uint32Array
}

/** Texts to classify next. `next` is the row to go on from; null when no row behind these waits. */
export interface Chunk extends BatchRows {
  texts: string[]
  next: number | null
  progress: BatchProgress
}

/** The rows of an open file as the conveyor sees them; `table/client.ts` is the real one. */
export interface BatchTable {
  /** At most `limit` texts without an answer in rows from `from` on, in file order, no text twice. */
  pending: (input: { from: number; limit: number }, options: { signal: AbortSignal }) => Promise<Chunk>
  record: (input: BatchRows & { answers: TextLogits[] }) => Promise<BatchProgress>
  /** Sets rows aside that the model cannot read. */
  markUnreadable: (input: BatchRows) => Promise<BatchProgress>
  /** A check of the engine has covered the rows' answers: they are not taken back any more. */
  confirm: (input: BatchRows) => Promise<unknown>
  /** The rows wait again; tells how many were done before, those with the same text counted. */
  forget: (input: BatchRows) => Promise<{ forgotten: number; progress: BatchProgress }>
}
