import type { OpenedRows } from '../rows/openTable.ts'
import type { TextRows } from './textRows.ts'

/** The rows of an opened set of files and the answers to them. */
export interface DataTable extends OpenedRows {
  /** Null until a column was chosen. Another choice is another object, without answers. */
  text: TextRows | null
}
