import { encodingName } from '../encoding/encodings.ts'
import type { FileAsRead } from '../../domain/reading.ts'
import type { ReadableFile } from './readableFile.ts'

/** What a person is told of a file. `source`: index of the one it is, or lies in. */
export function openedFile({ name, bytes, undecodable, reading }: ReadableFile, source: number): FileAsRead {
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
