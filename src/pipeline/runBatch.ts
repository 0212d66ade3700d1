import type { TextLogits } from '../domain/decide.ts'
import { toProblem } from '../domain/errors.ts'
import type { Classifier } from './classifyTexts.ts'

/** The rows of an open file as the conveyor sees them; `table/client.ts` is the real one. */
export interface BatchTable {
  /** Texts without an answer in rows from `from` on, in file order; none when all are answered. */
  pending: (
    input: { from: number; limit: number },
    options: { signal: AbortSignal },
  ) => Promise<{ rows: Uint32Array; texts: string[] }>
  record: (input: { rows: Uint32Array; answers: TextLogits[] }) => Promise<BatchProgress>
  /** Sets rows aside that the model cannot read. */
  markUnreadable: (input: { rows: Uint32Array }) => Promise<BatchProgress>
}

/** Rows with text that are done, of all rows with text. */
export interface BatchProgress {
  done: number
  total: number
}

export interface BatchOptions {
  table: BatchTable
  classifier: Classifier
  /** Workers behind the classifier: twice as many chunks are on the way, so that none of them waits. */
  workers: number
  signal: AbortSignal
  onProgress: (progress: BatchProgress) => void
}

/** Rows per chunk: a chunk in flight when a person stops is what is lost. */
const CHUNK = 32

/** When this many texts in a row kill every worker that reads them, it is not the texts. */
const MAX_UNREADABLE_IN_A_ROW = 3

interface Chunk {
  rows: Uint32Array
  texts: string[]
}

/**
 * Classifies all rows of the table that have text and no answer, in file order, and stores their logits. Awaiting is
 * the back-pressure: at most `2 × workers` chunks are out of the table at a time. Rejects with `AbortError` when
 * stopped and with what stopped it otherwise; what was recorded stays, and a later run continues there.
 */
export async function runBatch({
  table,
  classifier,
  workers,
  signal,
  onProgress,
}: BatchOptions): Promise<void> {
  // One lane that fails ends the others.
  const failure = new AbortController()
  const either = AbortSignal.any([signal, failure.signal])
  let nextRow = 0
  let lastPull: Promise<unknown> = Promise.resolve()
  let unreadableInARow = 0

  function pull(): Promise<Chunk | null> {
    const chunk = lastPull.then(async () => {
      const pending = await table.pending({ from: nextRow, limit: CHUNK }, { signal: either })
      nextRow = (pending.rows.at(-1) ?? nextRow) + 1
      return pending.rows.length === 0 ? null : pending
    })
    lastPull = chunk.catch(() => undefined)
    return chunk
  }

  async function classify({ rows, texts }: Chunk): Promise<void> {
    try {
      const answers = await classifier.classify(texts, { signal: either })
      unreadableInARow = 0
      onProgress(await table.record({ rows, answers }))
    } catch (error) {
      if (toProblem(error).code !== 'worker-crashed') throw error
      if (texts.length === 1) {
        unreadableInARow += 1
        if (unreadableInARow >= MAX_UNREADABLE_IN_A_ROW) throw error
        onProgress(await table.markUnreadable({ rows }))
        return
      }
      // Some text in here kills workers: halve until it stands alone.
      const middle = texts.length >> 1
      await classify({ rows: rows.slice(0, middle), texts: texts.slice(0, middle) })
      await classify({ rows: rows.slice(middle), texts: texts.slice(middle) })
    }
  }

  async function lane(): Promise<void> {
    for (let chunk = await pull(); chunk !== null; chunk = await pull()) await classify(chunk)
  }

  // Promise.all rejects with the lane that failed first, which says why; the others only say that they were stopped.
  await Promise.all(
    Array.from({ length: Math.max(1, workers) * 2 }, () =>
      lane().catch((error: unknown) => {
        failure.abort(error)
        throw error
      }),
    ),
  )
}
