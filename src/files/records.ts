import type { Dialect } from './dialect.ts'
import { RecordSplitter, type Batch } from './splitter.ts'
import type { Utf8Source } from './utf8Source.ts'

export interface ReadOptions {
  signal?: AbortSignal | undefined
  /** Bytes read at a time. */
  blockBytes?: number
  /** A record with more characters than this is set aside. */
  recordLimit?: number
}

/**
 * Every record of a source, in order, a batch per block read. Memory is bounded by block and record size.
 * A line break at the very end starts no record; an empty line elsewhere is a record of one empty cell.
 * Rejects with the browser's `NotReadableError` when the file changed or vanished, with the signal's reason when
 * aborted.
 */
export async function* readRecords(
  { blob, start }: Pick<Utf8Source, 'blob' | 'start'>,
  dialect: Dialect,
  { signal, blockBytes = 2 ** 20, recordLimit = 2 ** 24 }: ReadOptions = {},
): AsyncGenerator<Batch> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const splitter = new RecordSplitter(dialect, start, recordLimit)
  for (let at = start; at < blob.size; at += blockBytes) {
    signal?.throwIfAborted()
    const bytes = await blob.slice(at, at + blockBytes).arrayBuffer()
    yield splitter.push(decoder.decode(bytes, { stream: true }))
  }
  yield splitter.end()
}
