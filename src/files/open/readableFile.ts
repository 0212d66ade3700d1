import type { FileReading } from '../../domain/reading.ts'
import type { Layout } from '../layout/layout.ts'
import type { FileReader } from '../formats/opener.ts'
import type { Start } from '../records/splitter.ts'

/** A file's rows, ready to be read, and how that is done. */
export interface ReadableFile {
  /** Of one in an archive: `reviews.zip: march.csv`. */
  name: string
  bytes: number
  layout: Layout
  reading: FileReading
  /** Valid UTF-8, without a byte-order mark before `start`. */
  blob: Blob
  start: Start
  undecodable: number
  /** Why a damaged archive gave no more than `blob`. */
  damage: string | null
  /** True when `blob` is only the start, and its last record may be cut off. */
  partial: boolean
  /** A new one each time, which begins with the first record. */
  reader(): FileReader
}
