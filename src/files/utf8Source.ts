import { ENCODING_WORDS, type Encoding } from './encoding.ts'

/** A file as valid UTF-8, so that a byte range of it is a text. */
export interface Utf8Source {
  blob: Blob
  /** Bytes before the text: those of a byte-order mark. */
  start: number
  /** The file's own encoding, in words. */
  encoding: string
  /** Sequences that were not valid in that encoding and became U+FFFD. */
  undecodable: number
}

const BLOCK = 2 ** 20

/**
 * A valid UTF-8 file is its own source. Anything else is written once, block by block, into blobs, which browsers
 * keep outside the heap: memory does not grow with the file either way.
 */
export async function openSource(file: Blob, encoding: Encoding, signal?: AbortSignal): Promise<Utf8Source> {
  const words = ENCODING_WORDS[encoding.name]
  if (encoding.name === 'utf-8' && (await isValidUtf8(file, signal))) {
    return { blob: file, start: encoding.bom, encoding: words, undecodable: 0 }
  }
  const pieces: Blob[] = []
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true })
  const genuine = new ReplacementCounter(encoding.name)
  let replacements = 0
  const keep = (text: string): void => {
    replacements += text.split('\uFFFD').length - 1
    pieces.push(new Blob([text]))
  }
  for await (const bytes of blocks(file, encoding.bom, signal)) {
    genuine.push(bytes)
    keep(decoder.decode(bytes, { stream: true }))
  }
  keep(decoder.decode())
  return { blob: new Blob(pieces), start: 0, encoding: words, undecodable: replacements - genuine.count }
}

async function isValidUtf8(file: Blob, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of blocks(file, 0, signal)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (thrown) {
    if (thrown instanceof TypeError) return false
    throw thrown
  }
}

async function* blocks(file: Blob, from: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = from; at < file.size; at += BLOCK) {
    signal?.throwIfAborted()
    yield new Uint8Array(await file.slice(at, at + BLOCK).arrayBuffer())
  }
}

/** Counts the U+FFFD that a file really contains, which say nothing about its decoding. */
class ReplacementCounter {
  count = 0
  private readonly pattern: readonly number[]
  private matched = 0
  private position = 0

  constructor(encoding: Encoding['name']) {
    this.pattern = { 'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd] }[
      encoding
    ]
  }

  push(bytes: Uint8Array): void {
    const width = this.pattern.length
    for (const byte of bytes) {
      // A UTF-16 unit starts at an even byte; in UTF-8 the first byte of the pattern is never inside a sequence.
      if (width === 2 && this.position % 2 === 0) this.matched = 0
      this.position++
      if (byte === this.pattern[this.matched]) this.matched++
      else this.matched = width === 3 && byte === this.pattern[0] ? 1 : 0
      if (this.matched < width) continue
      this.matched = 0
      this.count++
    }
  }
}
