import { encodingName } from '../../files/encodings.ts'
import type { Peek } from '../protocol.ts'
import type { ReadableFile } from './openFile.ts'

/** What the page is told of a file. `source`: index of the one it is, or lies in. */
export function openedFile(
  { name, bytes, undecodable, reading }: ReadableFile,
  source: number,
): Peek['files'][number] {
  return {
    name,
    source,
    bytes,
    undecodable,
    encoding: reading.encoding && encodingName(reading.encoding.value),
    delimiter: reading.delimiter?.value ?? null,
    reading,
  }
}
