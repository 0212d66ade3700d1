import type { RowDetail, Slice } from '../../table/protocol.ts'
import { PAGE_ROWS } from '../state/resultState.ts'

/** Where a row is in the list, from 0, when the page in view holds it; otherwise nothing, so that what was known stays. */
export function placeInSlice(
  slice: Slice,
  page: number,
  detail: Pick<RowDetail, 'row'> | null,
): { detailPlace?: number } {
  const index = slice.rows.findIndex(({ row }) => row === detail?.row)
  return index < 0 ? {} : { detailPlace: page * PAGE_ROWS + index }
}
