import { isAbort } from '../../../domain/errors.ts'
import { ALL_ROWS, type Query } from '../../../domain/query.ts'
import type { Breakdown, Summary } from '../../../domain/summary.ts'
import { plural } from '../../../lib/format.ts'
import { latestOnly } from '../../../lib/latestOnly.ts'
import { pause } from '../../../lib/pause.ts'
import { unchanged } from '../../../lib/unchanged.ts'
import type { RowDetail, Slice } from '../../../table/protocol.ts'
import { announce } from '../../../ui/announcer.ts'
import type { BatchServices } from '../batchServices.ts'
import { PAGE_ROWS, useBatchStore } from '../batchStore.ts'
import { sentenceOf, summaryWords } from '../batchWords.ts'
import { dateColumn, extraColumns } from '../columnChoices.ts'
import { queryOf, type ListQuery } from '../listQuery.ts'
import { rolesOf } from '../roles.ts'
import { question } from './question.ts'

const { setState, getState } = useBatchStore

/** Once nobody types any more. */
const SPEAK_AFTER_MS = 1000
const latestChange = latestOnly()

const summaryQuestion = question<Summary>((summary) =>
  setState((old) => ({ summary: unchanged(old.summary, summary) })),
)
const sliceQuestion = question<Slice>((slice) =>
  setState((old) => ({ slice: unchanged(old.slice, slice), ...placeIn(slice, old.page, old.detail) })),
)
const breakdownQuestion = question<Breakdown>((breakdown) =>
  setState((old) => ({ breakdown: unchanged(old.breakdown, breakdown) })),
)
const overTimeQuestion = question<Breakdown>((overTime) =>
  setState((old) => ({ overTime: unchanged(old.overTime, overTime) })),
)
const detailQuestion = question<RowDetail>((detail) => setState({ detail, detailOpen: true }))
/** Of the row in view, whose answer may come while it is. */
const sameDetailQuestion = question<RowDetail>((detail) =>
  setState((old) => (old.detail?.row === detail.row ? { detail: unchanged(old.detail, detail) } : {})),
)

/** Asks the data worker anew for everything on the page. A question that a newer one overtakes is dropped. */
export async function refreshResults(services: BatchServices): Promise<void> {
  if (getState().file.status !== 'open') return
  await Promise.all([
    summaryQuestion.ask((options) => services.table.summary({ query: overviewQuery() }, options)),
    refreshSlice(services),
    refreshDetail(services),
    refreshBreakdown(services),
    refreshOverTime(services),
  ])
}

export async function changeQuery(services: BatchServices, change: Partial<ListQuery>): Promise<void> {
  setState(({ query }) => ({ query: { ...query, ...change }, page: 0, detailPlace: null }))
  const signal = latestChange()
  await refreshSlice(services)
  try {
    await pause(SPEAK_AFTER_MS, signal)
    announce(`${plural(getState().slice?.matching ?? 0, 'row')} in the list`)
  } catch (error) {
    if (!isAbort(error)) throw error
  }
}

/** Whether the labels of rows that do not fit the model count: in the sentence, the charts and the list's filters. */
export async function countUnfit(services: BatchServices, includeUnfit: boolean): Promise<void> {
  setState(({ query }) => ({ query: { ...query, includeUnfit }, page: 0, detailPlace: null }))
  await refreshResults(services)
  const { summary } = getState()
  if (summary !== null) announce(sentenceOf(summaryWords(summary)))
}

/** `page` counts from 0. */
export async function showPage(services: BatchServices, page: number): Promise<void> {
  setState({ page })
  await refreshSlice(services)
}

/** Breaks the results down by a column, or by none. */
export async function breakDownBy(services: BatchServices, column: number | null): Promise<void> {
  // The old one stays in view until the new one is counted.
  setState(column === null ? { breakdownColumn: null, breakdown: null } : { breakdownColumn: column })
  await refreshBreakdown(services)
}

/** `place` in the list, from 0, for a row that is not on the page in view. */
export async function showDetail({ table }: BatchServices, row: number, place?: number): Promise<void> {
  await detailQuestion.ask((options) => table.detail({ row }, options))
  const { detail, slice, page } = getState()
  if (detail?.row !== row) return
  setState({ detailPlace: place ?? null, ...(slice && placeIn(slice, page, detail)) })
}

export function closeDetail(): void {
  detailQuestion.drop()
  setState({ detailOpen: false })
}

/** Charts count all rows, whatever the list shows. */
function overviewQuery(): Query {
  return { ...ALL_ROWS, includeUnfit: getState().query.includeUnfit }
}

/** Where a row is in the list, when the page in view holds it. */
function placeIn(slice: Slice, page: number, detail: RowDetail | null): { detailPlace?: number } {
  const index = slice.rows.findIndex(({ row }) => row === detail?.row)
  return index < 0 ? {} : { detailPlace: page * PAGE_ROWS + index }
}

async function refreshDetail({ table }: BatchServices): Promise<void> {
  const { detail, detailOpen } = getState()
  if (detail === null || !detailOpen) return
  await sameDetailQuestion.ask((options) => table.detail({ row: detail.row }, options))
}

async function refreshSlice(services: BatchServices): Promise<void> {
  const { query, page, file } = getState()
  if (file.status !== 'open') return
  const extra = extraColumns(file.table.columns, rolesOf(file.table, file.roleChanges)).map(
    ({ index }) => index,
  )
  const input = { query: queryOf(query), from: page * PAGE_ROWS, limit: PAGE_ROWS, extra }
  await sliceQuestion.ask((options) => services.table.slice(input, options))
  // Rows leave a filtered list while a run goes on: a page behind its end becomes its last.
  const last = Math.max(0, Math.ceil((getState().slice?.matching ?? 0) / PAGE_ROWS) - 1)
  if (getState().page > last) await showPage(services, last)
}

async function refreshBreakdown({ table }: BatchServices): Promise<void> {
  const { breakdownColumn: column } = getState()
  if (column === null) breakdownQuestion.drop()
  else await breakdownQuestion.ask((options) => table.breakdown({ column, query: overviewQuery() }, options))
}

async function refreshOverTime({ table }: BatchServices): Promise<void> {
  const { file } = getState()
  const column = file.status === 'open' ? dateColumn(rolesOf(file.table, file.roleChanges)) : null
  overTimeQuestion.drop()
  if (column === null) setState({ overTime: null })
  else await overTimeQuestion.ask((options) => table.breakdown({ column, query: overviewQuery() }, options))
}
