import { useCallback } from 'react'
import { useStore } from 'zustand'
import type { Label } from '../../../domain/labels.ts'
import type { Column } from '../../../table/protocol.ts'
import { listEnds, type Step } from '../../../workbench/ask/walkRows.ts'
import { PAGE_ROWS } from '../../../workbench/state/resultState.ts'
import type { Workbench } from '../../../workbench/workbench.ts'
import { rowButtonId } from './rowButtonId.ts'
import { RowPanel } from './RowPanel.tsx'

interface Props {
  workbench: Pick<Workbench, 'results' | 'questions'>
  columns: readonly Column[]
}

/** The row that a person looks at, and what they can do with it. */
export function OpenRow({ workbench: { results, questions }, columns }: Props) {
  const open = useStore(results, (state) => state.detailOpen)
  const detail = useStore(results, (state) => state.detail)
  const detailPlace = useStore(results, (state) => state.detailPlace)
  const slice = useStore(results, (state) => state.slice)
  const page = useStore(results, (state) => state.page)
  const walk = useCallback((step: Step) => void questions.walkRows(step), [questions])
  const correct = useCallback((label: Label | null) => void questions.correct(label), [questions])

  /** The row's button; where the row left the list, the one that took its place, or the last. */
  const rowInList = useCallback((): HTMLElement | null => {
    const now = results.getState()
    const buttonOf = (row: number | undefined): HTMLElement | null =>
      row === undefined ? null : document.getElementById(rowButtonId(row))
    const nearest = now.slice?.rows[(now.detailPlace ?? 0) % PAGE_ROWS] ?? now.slice?.rows.at(-1)
    return buttonOf(now.detail?.row) ?? buttonOf(nearest?.row)
  }, [results])

  return (
    <RowPanel
      open={open}
      detail={detail}
      columns={columns}
      ends={listEnds({ detail, detailPlace, slice, page })}
      onWalk={walk}
      onCorrect={correct}
      onClose={questions.closeDetail}
      returnFocusTo={rowInList}
    />
  )
}
