import type { DateFormat } from '../../domain/dateFormats.ts'
import type { OpenTable } from '../protocol.ts'
import type { Grouping } from './grouping.ts'
import type { Recent } from '../../lib/recent.ts'
import type { RowSource } from './rowSource.ts'
import type { SkippedPieces } from './skippedPieces.ts'
import type { TextRows } from './textRows.ts'

/** The rows of an opened set of files and everything that was asked about them. */
export interface DataTable {
  opened: OpenTable
  rows: RowSource
  /** What is no row. */
  skipped: SkippedPieces
  /** Header cells as the first file has them. */
  header: string[]
  /** Per column; null where its kind is not `date`. */
  dateFormats: (DateFormat | null)[]
  /** Null until one was chosen. Another choice is another object, without answers. */
  text: TextRows | null
  groupings: Recent<number, Grouping>
}
