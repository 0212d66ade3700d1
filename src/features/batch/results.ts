import type { Query } from '../../domain/query.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { unchanged } from '../../lib/unchanged.ts'
import type { BatchServices } from './batchServices.ts'
import { PAGE_ROWS, useBatchStore } from './batchStore.ts'
import { extraColumns } from './columnChoices.ts'
import { reportProblem } from './reportProblem.ts'

const latestSlice = latestOnly()
const latestSummary = latestOnly()
const latestBreakdown = latestOnly()
const latestDetail = latestOnly()

/** Asks the data worker anew for everything on the page. A question that a newer one overtakes is dropped. */
export async function refreshResults(services: BatchServices): Promise<void> {
  if (useBatchStore.getState().file.status !== 'open') return
  await Promise.all([refreshSummary(services), refreshSlice(services), refreshBreakdown(services)])
}

export async function changeQuery(services: BatchServices, change: Partial<Query>): Promise<void> {
  useBatchStore.setState(({ query }) => ({ query: { ...query, ...change }, page: 0 }))
  await refreshSlice(services)
}

/** `page` counts from 0. */
export async function showPage(services: BatchServices, page: number): Promise<void> {
  useBatchStore.setState({ page })
  await refreshSlice(services)
}

/** Breaks the results down by a column, or by none. */
export async function breakDownBy(services: BatchServices, column: number | null): Promise<void> {
  // The old one stays in view until the new one is counted.
  useBatchStore.setState(
    column === null ? { breakdownColumn: null, breakdown: null } : { breakdownColumn: column },
  )
  await refreshBreakdown(services)
}

export async function showDetail(services: BatchServices, row: number): Promise<void> {
  await reporting(async () => {
    const detail = await services.table.detail({ row }, { signal: latestDetail() })
    useBatchStore.setState({ detail })
  })
}

export function closeDetail(): void {
  useBatchStore.setState({ detail: null })
}

async function refreshSummary({ table }: BatchServices): Promise<void> {
  await reporting(async () => {
    const summary = await table.summary(null, { signal: latestSummary() })
    useBatchStore.setState((old) => ({ summary: unchanged(old.summary, summary) }))
  })
}

async function refreshSlice({ table }: BatchServices): Promise<void> {
  const { query, page, file } = useBatchStore.getState()
  if (file.status !== 'open') return
  const extra = extraColumns(file.table.columns, file.profile?.column ?? null).map(({ index }) => index)
  await reporting(async () => {
    const input = { query, from: page * PAGE_ROWS, limit: PAGE_ROWS, extra }
    const slice = await table.slice(input, { signal: latestSlice() })
    useBatchStore.setState((old) => ({ slice: unchanged(old.slice, slice) }))
  })
}

async function refreshBreakdown({ table }: BatchServices): Promise<void> {
  const { breakdownColumn: column } = useBatchStore.getState()
  if (column === null) return
  await reporting(async () => {
    const breakdown = await table.breakdown({ column }, { signal: latestBreakdown() })
    if (useBatchStore.getState().breakdownColumn === column)
      useBatchStore.setState((old) => ({ breakdown: unchanged(old.breakdown, breakdown) }))
  })
}

async function reporting(ask: () => Promise<void>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    reportProblem(error)
  }
}
