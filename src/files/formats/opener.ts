import type { Guess, ReadChoices } from '../../domain/reading.ts'
import type { Layout } from '../layout/layout.ts'
import type { SeenFile } from '../open/seenFiles.ts'
import type { Batch, Start } from '../records/splitter.ts'

/** Reads the records of a file, and later their cells again from their text. */
export interface FileReader {
  /** The names of its columns: of JSON they come with the records, of a table the caller adds them. */
  names: string[]
  batches(signal?: AbortSignal): AsyncGenerator<Batch>
  /** The cells of the records in a text. */
  parse(text: string): string[][]
  /** True when neighbouring records can be parsed in one go. */
  joins: boolean
}

/** Rows as text: valid UTF-8 from `start` on. `partial`: the text goes on behind `blob`. */
export interface RowText {
  blob: Blob
  start: Start
  layout: Layout
  partial: boolean
}

/** What reads a format. That it is this format, the bytes tell, or the text does (`layout/layoutOf.ts`). */
export interface Opener {
  reader(text: RowText): FileReader
  /** Null for formats of text. */
  rewrite: Rewriter | null
}

/** Writes the rows of a format that is no text as CSV, so that a row of it is a range of bytes, too. */
export interface Rewriter {
  /** Whether the first bytes of a file, some hundred at least where it has so many, are of this format. */
  begins(head: Uint8Array): boolean
  /** A sentence about the file. */
  reason: string
  /** True when the first record has the column names; else they are looked for. */
  named: boolean
  /** Fails with `not-a-table`, `too-large`, `reader-missing`. Rejects with the signal's reason. */
  rows(request: RewriteRequest): Promise<Rewritten>
}

export interface RewriteRequest {
  name: string
  blob: Blob
  choices: ReadChoices
  seen: SeenFile
  /** Only the first rows are wanted: `HEAD` bytes of CSV will do. */
  partial: boolean
  signal?: AbortSignal | undefined
}

export interface Rewritten {
  csv: Blob
  /** False when more rows follow. */
  whole: boolean
  sheet: Guess<string> | null
}
