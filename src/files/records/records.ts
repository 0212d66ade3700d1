import type { Dialect } from '../layout/dialect.ts'
import { RecordSplitter, type Batch, type Start } from './splitter.ts'

export interface ReadOptions {
  signal?: AbortSignal | undefined
  /** Bytes read at a time. */
  blockBytes?: number
  /** A record with more characters than this is set aside. */
  recordLimit?: number
  /** The text goes on beyond the blob: its last record, which may be cut off, is left out. */
  partial?: boolean
}

export const RECORD_LIMIT = 2 ** 24

/** Takes a text piece by piece and gives what it completes. */
export interface Splitter {
  push(text: string): Batch
  end(): Batch
}

/**
 * Every record of a source from `start` on, in order, a batch per block read. Memory is bounded by block and record
 * size. A line break at the very end starts no record; an empty line elsewhere is a record of one empty cell.
 * Rejects with the browser's `NotReadableError` when the file changed or vanished, with the signal's reason when
 * aborted.
 */
export function readRecords(
  blob: Blob,
  start: Start,
  dialect: Dialect,
  { recordLimit = RECORD_LIMIT, ...options }: ReadOptions = {},
): AsyncGenerator<Batch> {
  return splitBlob(blob, start.offset, new RecordSplitter(dialect, start, recordLimit), options)
}

/** The same for any splitter; `blob` is valid UTF-8. */
export async function* splitBlob(
  blob: Blob,
  from: number,
  splitter: Splitter,
  { signal, blockBytes = 2 ** 20, partial = false }: ReadOptions,
): AsyncGenerator<Batch> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (let at = from; at < blob.size; at += blockBytes) {
    signal?.throwIfAborted()
    const bytes = await blob.slice(at, at + blockBytes).arrayBuffer()
    yield splitter.push(decoder.decode(bytes, { stream: true }))
  }
  if (!partial) yield splitter.end()
}
