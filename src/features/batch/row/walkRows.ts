import { announce } from '../../../ui/announcer.ts'
import type { BatchServices } from '../batchServices.ts'
import { PAGE_ROWS, useBatchStore, type BatchState } from '../batchStore.ts'
import { queryOf } from '../listQuery.ts'
import { reportProblem } from '../reportProblem.ts'
import { showDetail, showPage } from '../results/results.ts'
import { rowWords } from './rowWords.ts'

type Place = Pick<BatchState, 'detail' | 'detailPlace' | 'slice' | 'page'>

/** Why there is no row before or after the one in view; undefined where there is one. */
export interface Ends {
  previous: string | undefined
  next: string | undefined
}

/** What the list in view tells of its ends. A row that left it, corrected, has the one in its place after it. */
export function endsOf({ detail, detailPlace, slice, page }: Place): Ends {
  if (detailPlace === null || slice === null) {
    const why = 'This row is not on the page of the list that is shown'
    return { previous: why, next: why }
  }
  const onPage = Math.floor(detailPlace / PAGE_ROWS) === page
  const left = onPage && !slice.rows.some(({ row }) => row === detail?.row)
  return {
    previous: detailPlace === 0 ? 'First row of the list' : undefined,
    next: detailPlace + (left ? 0 : 1) >= slice.matching ? 'Last row of the list' : undefined,
  }
}

let walking = false
/** A step that was asked for while another one was taken. */
let asked: 1 | -1 | null = null

/**
 * Shows the row after the one in view, or before it, and the page of the list that it is on. One step at a time; of those
 * asked for meanwhile the last is taken next, so that a key held down never runs ahead of what is shown.
 */
export async function walkRows(services: BatchServices, step: 1 | -1): Promise<void> {
  asked = step
  if (walking) return
  walking = true
  try {
    for (let next = takeAsked(); next !== null; next = takeAsked()) await walk(services, next)
  } catch (error) {
    reportProblem(error)
  } finally {
    walking = false
  }
}

function takeAsked(): 1 | -1 | null {
  const step = asked
  asked = null
  return step
}

async function walk(services: BatchServices, step: 1 | -1): Promise<void> {
  const state = useBatchStore.getState()
  const { detail, detailPlace: place, detailOpen, query } = state
  const end = endsOf(state)[step === 1 ? 'next' : 'previous']
  if (detail === null || place === null || !detailOpen) return
  if (end !== undefined) {
    announce(end)
    return
  }
  const from = Math.max(0, place - 1)
  const { rows } = await services.table.slice({ query: queryOf(query), from, limit: 3, extra: [] })
  const at = rows.findIndex(({ row }) => row === detail.row)
  const index = at >= 0 ? at + step : place - from - (step === 1 ? 0 : 1)
  const row = rows[index]
  // The panel may have been closed meanwhile, and stays so.
  if (!row || !useBatchStore.getState().detailOpen) return
  await showDetail(services, row.row, from + index)
  if (!useBatchStore.getState().detailOpen) return
  announce(rowWords(row))
  const page = Math.floor((from + index) / PAGE_ROWS)
  if (page !== useBatchStore.getState().page) await showPage(services, page)
}
