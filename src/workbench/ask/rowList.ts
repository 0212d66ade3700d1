import { isAbort } from '../../domain/errors.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { pause } from '../../lib/pause.ts'
import { unchanged } from '../../lib/unchanged.ts'
import type { Slice } from '../../table/protocol.ts'
import { extraColumns, tableRoles } from '../roles/columnChoices.ts'
import { queryOf, type ListQuery } from '../state/listQuery.ts'
import { PAGE_ROWS } from '../state/resultState.ts'
import type { AskContext } from './askContext.ts'
import { placeInSlice } from './placeInSlice.ts'
import { createQuestion } from './question.ts'

/** The list of rows that a query asks for, a page at a time. */
export interface RowList {
  refresh: () => Promise<void>
  /** The list starts again at its first page. How many rows it has is told once nobody changes it any more. */
  changeQuery: (change: Partial<ListQuery>) => Promise<void>
  /** `page` counts from 0. */
  showPage: (page: number) => Promise<void>
  /** A page of the rows without an answer, in file order, whatever the query. Null when it cannot be had, which is reported. */
  listNotClassified: (page: number) => Promise<Slice | null>
}

/** Once nobody types any more. */
const TELL_AFTER_MS = 1000

export function createRowList({ table, stores, report, tell }: AskContext): RowList {
  const { results, file } = stores
  const latestChange = latestOnly()
  const sliceQuestion = createQuestion<Slice>(report, (slice) =>
    results.setState((old) => ({
      slice: unchanged(old.slice, slice),
      ...placeInSlice(slice, old.page, old.detail),
    })),
  )

  async function refresh(): Promise<void> {
    const openFile = file.openFile()
    if (openFile === null) return
    const { query, page } = results.getState()
    const extra = extraColumns(openFile.table.columns, tableRoles(openFile)).map(({ index }) => index)
    const input = { query: queryOf(query), from: page * PAGE_ROWS, limit: PAGE_ROWS, extra }
    await sliceQuestion.ask((options) => table.slice(input, options))
    // Rows leave a filtered list while a run goes on: a page behind its end becomes its last.
    const last = Math.max(0, Math.ceil((results.getState().slice?.matching ?? 0) / PAGE_ROWS) - 1)
    if (results.getState().page > last) await showPage(last)
  }

  async function showPage(page: number): Promise<void> {
    results.setState({ page })
    await refresh()
  }

  return {
    refresh,
    showPage,
    async changeQuery(change) {
      results.setState(({ query }) => ({ query: { ...query, ...change }, page: 0, detailPlace: null }))
      const signal = latestChange()
      await refresh()
      try {
        await pause(TELL_AFTER_MS, signal)
        tell({ kind: 'listed', rows: results.getState().slice?.matching ?? 0 })
      } catch (error) {
        if (!isAbort(error)) throw error
      }
    },
    async listNotClassified(page) {
      const query = { ...ALL_ROWS, conditions: [{ kind: 'not_classified' as const }] }
      try {
        return await table.slice({ query, from: page * PAGE_ROWS, limit: PAGE_ROWS, extra: [] })
      } catch (error) {
        report(error)
        return null
      }
    },
  }
}
