import { createSharedWork, type SharedWork } from '../../../lib/sharedWork.ts'
import type { DataTable } from '../answers/dataTable.ts'
import { Recent } from '../../../lib/recent.ts'
import type { OpenedRows } from '../rows/openTable.ts'
import type { Bitmap } from './bitmap.ts'
import type { Grouping } from './grouping.ts'

const BITMAP_BYTES = 2 ** 24

interface KeptBitmap {
  bitmap: Bitmap
  /** Of the answers that it was derived from; 0 where it depends on none. */
  version: number
}

/** An open table and what was found for the questions asked last. */
export interface AskedTable extends DataTable {
  /** By column and date format. */
  groupings: Recent<string, Grouping>
  /** By condition and what it depends on. */
  bitmaps: Recent<string, KeptBitmap>
  /** Conditions that are being looked for in the texts. */
  searches: SharedWork<Bitmap>
  /** Rows in an order of their own, by query and version of the answers. */
  orders: Recent<string, Uint32Array>
}

export function askedTable(opened: OpenedRows): AskedTable {
  return {
    ...opened,
    text: null,
    groupings: new Recent(8),
    bitmaps: new Recent(BITMAP_BYTES, ({ bitmap }) => bitmap.byteLength),
    searches: createSharedWork(),
    orders: new Recent(2),
  }
}
