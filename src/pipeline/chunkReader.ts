import type { Classifier } from '../domain/classifier.ts'
import { toProblem, type ErrorCode } from '../domain/errors.ts'
import type { BatchProgress, BatchRows, BatchTable } from './batchTable.ts'
import type { Unchecked } from './unchecked.ts'

/** When so many texts in a row fail on every worker that reads them, it is not the texts. */
const MAX_UNREADABLE_IN_A_ROW = 3

/** What a text does that no worker survives, however often it is tried. Anything else is no text's fault. */
const TEXTS_FAULT: readonly ErrorCode[] = ['worker-crashed', 'out-of-memory', 'internal']

export interface ChunkReaderOptions {
  table: BatchTable
  classifier: Pick<Classifier, 'classify'>
  signal: AbortSignal
  unchecked: Unchecked
  onProgress: (progress: BatchProgress) => void
}

export type ReadChunk = (chunk: BatchRows & { texts: string[] }) => Promise<void>

/**
 * Classifies chunks and stores their answers. A chunk with a text that no worker survives is halved until the text
 * stands alone, and that row is set aside. When several in a row do, they are put back and the reader rejects.
 */
export function createChunkReader(options: ChunkReaderOptions): ReadChunk {
  const { table, classifier, signal, unchecked, onProgress } = options
  let unreadableInARow: number[] = []

  return async function read({ generation, rows, texts }) {
    let answers
    try {
      answers = await classifier.classify(texts, { for: 'batch', signal })
    } catch (error) {
      if (!TEXTS_FAULT.includes(toProblem(error).code)) throw error
      if (texts.length === 1) return setAside({ generation, rows }, error)
      const middle = texts.length >> 1
      await read({ generation, rows: rows.slice(0, middle), texts: texts.slice(0, middle) })
      await read({ generation, rows: rows.slice(middle), texts: texts.slice(middle) })
      return
    }
    unreadableInARow = []
    unchecked.add({ generation, rows })
    onProgress(await table.record({ generation, rows, answers }))
  }

  async function setAside({ generation, rows }: BatchRows, error: unknown): Promise<void> {
    unreadableInARow.push(...rows)
    if (unreadableInARow.length >= MAX_UNREADABLE_IN_A_ROW) {
      await table.forget({ generation, rows: Uint32Array.from(unreadableInARow) })
      throw error
    }
    unchecked.add({ generation, rows })
    onProgress(await table.markUnreadable({ generation, rows }))
  }
}
