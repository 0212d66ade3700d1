import { UndertoneError } from '../../domain/errors.ts'

/** Nothing is unpacked beyond this, in bytes: an archive can claim to hold a thousand times its size. */
export const UNPACKED_LIMIT = 2 ** 31

const PIECE = 2 ** 20

/** What could be unpacked, and a sentence where the rest could not. */
export interface Unpacked {
  blob: Blob
  damage: string | null
}

/**
 * Everything a stream of unpacked bytes gives, in blobs, which browsers keep outside the heap. Data that is damaged or
 * cut off gives what comes before. Rejects with the signal's reason, and with `too-large` beyond `limit` bytes.
 */
export async function unpackedBlob(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal?: AbortSignal,
  limit = UNPACKED_LIMIT,
): Promise<Unpacked> {
  const pieces: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let waitingBytes = 0
  let total = 0
  const keep = (): void => {
    pieces.push(new Blob(waiting))
    waiting = []
    waitingBytes = 0
  }
  const reader = stream.getReader()
  let damage: string | null = null
  try {
    for (;;) {
      signal?.throwIfAborted()
      const bytes = await nextPiece(reader)
      if (bytes === null) break
      if (bytes === 'damaged') {
        damage = 'The archive is damaged or cut off here. What comes before was read.'
        break
      }
      total += bytes.length
      if (total > limit) throw tooLarge(limit)
      waiting.push(bytes)
      waitingBytes += bytes.length
      if (waitingBytes >= PIECE) keep()
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
  keep()
  return { blob: new Blob(pieces), damage }
}

/** The first bytes of a stream, at least `bytes` where there are so many; `whole` when there are no others. */
export async function unpackedHead(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  bytes: number,
): Promise<{ bytes: Uint8Array; whole: boolean }> {
  const reader = stream.getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  let whole = false
  while (total < bytes && !whole) {
    const piece = await nextPiece(reader)
    if (piece === null || piece === 'damaged') whole = true
    else {
      pieces.push(piece)
      total += piece.length
    }
  }
  void reader.cancel().catch(() => undefined)
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), whole }
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer> | null | 'damaged'> {
  try {
    const { done, value } = await reader.read()
    return done ? null : value
  } catch (thrown) {
    // The file itself cannot be read; a decompressor throws a TypeError, the reader of archives its own errors.
    if (thrown instanceof DOMException || thrown instanceof UndertoneError) throw thrown
    return 'damaged'
  }
}

export function tooLarge(limit: number): UndertoneError {
  return new UndertoneError('too-large', `it unpacks to more than ${Math.round(limit / 2 ** 30)} GB`)
}
