import type { Unescaper } from '../layout/quotes.ts'
import { ReplacementCounter } from './replacements.ts'
import { SequenceCounter, type Sequences } from './sequences.ts'

/** A text as valid UTF-8, so that a byte range of it is a text. */
export interface Utf8Source {
  blob: Blob
  /** Bytes before the text: those of a byte-order mark. */
  start: number
  /** Sequences that were not valid in the file's encoding and became U+FFFD. */
  undecodable: number
}

export interface SourceOptions {
  /** Rewrites backslash escapes on the way. */
  unescaper?: Unescaper | undefined
  /** The bytes go on beyond the blob, which may end within a character: that is left out. */
  cut?: boolean | undefined
  /** Whether all of it is valid UTF-8, where that is known. */
  valid?: boolean | undefined
  signal?: AbortSignal | undefined
}

const BLOCK = 2 ** 20

/**
 * The text of a file that has an encoding as `TextDecoder` calls it, and a byte-order mark of `mark` bytes. A valid
 * UTF-8 file is its own source. Anything else is written once, block by block, into blobs, which browsers keep outside
 * the heap: memory does not grow with the file either way. Rejects with the signal's reason.
 */
export async function openSource(
  file: Blob,
  { label, mark }: { label: string; mark: number },
  { unescaper, cut = false, valid, signal }: SourceOptions = {},
): Promise<Utf8Source> {
  const isUtf8 = label === 'utf-8' && !unescaper && !cut
  if (isUtf8 && (valid ?? (await invalidBlock(file, signal)) === null)) {
    return { blob: file, start: mark, undecodable: 0 }
  }
  const pieces: Blob[] = []
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const genuine = new ReplacementCounter(label)
  let replacements = 0
  const keep = (text: string): void => {
    replacements += text.split('\uFFFD').length - 1
    pieces.push(new Blob([unescaper ? unescaper.push(text) : text]))
  }
  for await (const bytes of blocks(file, mark, signal)) {
    genuine.push(bytes)
    keep(decoder.decode(bytes, { stream: true }))
  }
  if (!cut) keep(decoder.decode())
  if (unescaper && !cut) pieces.push(new Blob([unescaper.end()]))
  return { blob: new Blob(pieces), start: 0, undecodable: replacements - genuine.count }
}

/** The first block of a file that is not valid UTF-8; null when all of it is. Rejects with the signal's reason. */
export async function invalidBlock(file: Blob, signal?: AbortSignal): Promise<Uint8Array | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let last: Uint8Array = new Uint8Array()
  try {
    for await (const bytes of blocks(file, 0, signal)) {
      last = bytes
      decoder.decode(bytes, { stream: true })
    }
    decoder.decode()
    return null
  } catch (thrown) {
    if (thrown instanceof TypeError) return last
    throw thrown
  }
}

/** What all of a file is when it is read as UTF-8. Rejects with the signal's reason. */
export async function sequencesOf(file: Blob, signal?: AbortSignal): Promise<Sequences> {
  const counter = new SequenceCounter()
  for await (const bytes of blocks(file, 0, signal)) counter.push(bytes)
  return counter.end()
}

async function* blocks(file: Blob, from: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = from; at < file.size; at += BLOCK) {
    signal?.throwIfAborted()
    yield new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer())
  }
}
