import type { Delimiter } from '../../files/dialect.ts'
import type { OpenTable } from '../protocol.ts'
import type { DateFormat } from './dates.ts'
import type { Grouping } from './grouping.ts'
import type { Recent } from './recent.ts'
import type { RowSource } from './rowSource.ts'
import type { TextRows } from './textRows.ts'

/** The rows of an opened set of files and everything that was asked about them. */
export interface DataTable {
  opened: OpenTable
  rows: RowSource
  /** Header cells as the first file has them. */
  header: string[]
  /** Of the first file: exports are written with it. */
  delimiter: Delimiter
  /** Per column; null where its kind is not `date`. */
  dateFormats: (DateFormat | null)[]
  /** Null until one was chosen. Another choice is another object, without answers. */
  text: TextRows | null
  groupings: Recent<number, Grouping>
}
