import type { DataTable } from '../answers/dataTable.ts'
import { Recent } from '../recent.ts'
import type { OpenedRows } from '../rows/openTable.ts'
import type { Grouping } from './grouping.ts'

/** An open table and what was found for the questions asked last. */
export interface AskedTable extends DataTable {
  /** By column and date format. */
  groupings: Recent<string, Grouping>
}

export function askedTable(opened: OpenedRows): AskedTable {
  return { ...opened, text: null, groupings: new Recent(8) }
}
