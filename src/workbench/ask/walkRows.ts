import type { ListEnd } from '../state/events.ts'
import { queryOf } from '../state/listQuery.ts'
import { PAGE_ROWS, type ResultState } from '../state/resultState.ts'
import type { AskContext } from './askContext.ts'
import type { OpenRow } from './openRow.ts'
import type { RowList } from './rowList.ts'

type Place = Pick<ResultState, 'detail' | 'detailPlace' | 'slice' | 'page'>

/** Why there is no row before or after the one in view; null where there is one. */
export interface ListEnds {
  previous: ListEnd | null
  next: ListEnd | null
}

/** What the list in view tells of its ends. A row that left it, corrected, has the one in its place after it. */
export function listEnds({ detail, detailPlace, slice, page }: Place): ListEnds {
  if (detailPlace === null || slice === null) return { previous: 'elsewhere', next: 'elsewhere' }
  const onPage = Math.floor(detailPlace / PAGE_ROWS) === page
  const left = onPage && !slice.rows.some(({ row }) => row === detail?.row)
  return {
    previous: detailPlace === 0 ? 'first' : null,
    next: detailPlace + (left ? 0 : 1) >= slice.matching ? 'last' : null,
  }
}

export type Step = 1 | -1

/**
 * Shows the row after the one in view, or before it, and the page of the list that it is on. One step at a time; of those
 * asked for meanwhile the last is taken next, so that a key held down never runs ahead of what is shown. Never rejects.
 */
export type WalkRows = (step: Step) => Promise<void>

export function createWalkRows(
  { table, stores: { results }, report, tell }: AskContext,
  list: RowList,
  openRow: OpenRow,
): WalkRows {
  let walking = false
  /** A step that was asked for while another one was taken. */
  let waiting: Step | null = null

  function takeWaiting(): Step | null {
    const step = waiting
    waiting = null
    return step
  }

  async function walk(step: Step): Promise<void> {
    const state = results.getState()
    const { detail, detailPlace: place, detailOpen, query } = state
    const end = listEnds(state)[step === 1 ? 'next' : 'previous']
    if (detail === null || place === null || !detailOpen) return
    if (end !== null) {
      tell({ kind: 'list-ended', end })
      return
    }
    const from = Math.max(0, place - 1)
    const { rows } = await table.slice({ query: queryOf(query), from, limit: 3, extra: [] })
    const at = rows.findIndex(({ row }) => row === detail.row)
    const index = at >= 0 ? at + step : place - from - (step === 1 ? 0 : 1)
    const row = rows[index]
    // The panel may have been closed meanwhile, and stays so.
    if (!row || !results.getState().detailOpen) return
    await openRow.show(row.row, from + index)
    if (!results.getState().detailOpen) return
    tell({ kind: 'row-shown', row })
    const page = Math.floor((from + index) / PAGE_ROWS)
    if (page !== results.getState().page) await list.showPage(page)
  }

  return async (step) => {
    waiting = step
    if (walking) return
    walking = true
    try {
      for (let next = takeWaiting(); next !== null; next = takeWaiting()) await walk(next)
    } catch (error) {
      report(error)
    } finally {
      walking = false
    }
  }
}
