import type { Label } from '../../domain/labels.ts'
import { unchanged } from '../../lib/unchanged.ts'
import type { RowDetail } from '../../table/protocol.ts'
import type { AskContext } from './askContext.ts'
import { placeInSlice } from './placeInSlice.ts'
import { createQuestion } from './question.ts'

/** One row whole, and a person's own label of it. */
export interface OpenRow {
  /** Its answer may come while it is in view. */
  refresh: () => Promise<void>
  /** `place` in the list, from 0, for a row that is not on the page in view. */
  show: (row: number, place?: number) => Promise<void>
  close: () => void
  /** Gives the row in view a person's label; the one it has already, or null, takes it back. Resolves to whether it did. */
  correct: (label: Label | null) => Promise<boolean>
}

export function createOpenRow({ table, stores, report, tell }: AskContext): OpenRow {
  const { results, run } = stores
  const detailQuestion = createQuestion<RowDetail>(report, (detail) =>
    results.setState({ detail, detailOpen: true }),
  )
  const sameDetailQuestion = createQuestion<RowDetail>(report, (detail) =>
    results.setState((old) =>
      old.detail?.row === detail.row ? { detail: unchanged(old.detail, detail) } : {},
    ),
  )

  return {
    async refresh() {
      const { detail, detailOpen } = results.getState()
      if (detail === null || !detailOpen) return
      await sameDetailQuestion.ask((options) => table.detail({ row: detail.row }, options))
    },
    async show(row, place) {
      await detailQuestion.ask((options) => table.detail({ row }, options))
      const { detail, slice, page } = results.getState()
      if (detail?.row !== row) return
      results.setState({ detailPlace: place ?? null, ...(slice && placeInSlice(slice, page, detail)) })
    },
    close() {
      detailQuestion.drop()
      results.setState({ detailOpen: false })
    },
    async correct(label) {
      const { detail: before, detailOpen } = results.getState()
      if (before === null || !detailOpen) return false
      try {
        const row = await table.correct({
          row: before.row,
          label: label === before.correction ? null : label,
        })
        if (row.correction !== before.correction) run.setState({ saved: false })
        results.setState((now) => (now.detail?.row === row.row ? { detail: row } : {}))
        tell({ kind: 'row-corrected', row })
        return true
      } catch (error) {
        report(error)
        return false
      }
    },
  }
}
