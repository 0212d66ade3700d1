import { useCallback } from 'react'
import type { Label } from '../../../domain/labels.ts'
import type { Column } from '../../../table/protocol.ts'
import type { BatchServices } from '../batchServices.ts'
import { PAGE_ROWS, useBatchStore } from '../batchStore.ts'
import { closeDetail } from '../results/results.ts'
import { rowButtonId } from '../results/rowButtonId.ts'
import { correctRow } from './correct.ts'
import { RowPanel } from './RowPanel.tsx'
import { endsOf, walkRows } from './walkRows.ts'

interface Props {
  services: BatchServices
  columns: readonly Column[]
}

/** The row that a person looks at, and what they can do with it. */
export function OpenRow({ services, columns }: Props) {
  const open = useBatchStore((state) => state.detailOpen)
  const detail = useBatchStore((state) => state.detail)
  const detailPlace = useBatchStore((state) => state.detailPlace)
  const slice = useBatchStore((state) => state.slice)
  const page = useBatchStore((state) => state.page)
  const walk = useCallback((step: 1 | -1) => void walkRows(services, step), [services])
  const correct = useCallback((label: Label | null) => void correctRow(services, label), [services])
  return (
    <RowPanel
      open={open}
      detail={detail}
      columns={columns}
      ends={endsOf({ detail, detailPlace, slice, page })}
      onWalk={walk}
      onCorrect={correct}
      onClose={closeDetail}
      returnFocusTo={rowInList}
    />
  )
}

/** The row's button; where the row left the list, the one that took its place, or the last. */
function rowInList(): HTMLElement | null {
  const { detail, detailPlace, slice } = useBatchStore.getState()
  const buttonOf = (row: number | undefined): HTMLElement | null =>
    row === undefined ? null : document.getElementById(rowButtonId(row))
  const nearest = slice?.rows[(detailPlace ?? 0) % PAGE_ROWS] ?? slice?.rows.at(-1)
  return buttonOf(detail?.row) ?? buttonOf(nearest?.row)
}
