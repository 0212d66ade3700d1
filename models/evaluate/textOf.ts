import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UsageError } from './usageError.ts'

/**
 * The text of a UTF-8 file in pieces, unpacked when its name ends in `.gz`, without a byte-order mark. Throws
 * `UsageError` at the first bytes that are not UTF-8: wrong characters would look like a bad model.
 */
export async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch (cause) {
      throw new UsageError(`${basename(path)} is not UTF-8 text.`, { cause })
    }
  }
  for await (const bytes of bytesOf(path)) yield decode(bytes)
  yield decode()
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path)
  // A failure of the file ends the unpacked stream with it, which whoever reads that stream hears of.
  return path.toLowerCase().endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file
}
