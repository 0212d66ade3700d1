import { ALL_ROWS, type Query } from '../../domain/query.ts'
import type { Breakdown, Summary } from '../../domain/summary.ts'
import { unchanged } from '../../lib/unchanged.ts'
import { dateColumn, tableRoles } from '../roles/columnChoices.ts'
import type { AskContext } from './askContext.ts'
import { createQuestion } from './question.ts'

/** What is counted over the rows: in all, over time, and by a column. */
export interface Counts {
  refresh: () => Promise<void>
  /** Breaks the results down by a column, or by none. */
  breakDownBy: (column: number | null) => Promise<void>
}

export function createCounts({ table, stores, report }: AskContext): Counts {
  const { results, file } = stores
  const summaryQuestion = createQuestion<Summary>(report, (summary) =>
    results.setState((old) => ({ summary: unchanged(old.summary, summary) })),
  )
  const breakdownQuestion = createQuestion<Breakdown>(report, (breakdown) =>
    results.setState((old) => ({ breakdown: unchanged(old.breakdown, breakdown) })),
  )
  const overTimeQuestion = createQuestion<Breakdown>(report, (overTime) =>
    results.setState((old) => ({ overTime: unchanged(old.overTime, overTime) })),
  )

  /** Charts count all rows, whatever the list shows. */
  function overviewQuery(): Query {
    return { ...ALL_ROWS, includeUnfit: results.getState().query.includeUnfit }
  }

  async function refreshBreakdown(): Promise<void> {
    const { breakdownColumn: column } = results.getState()
    if (column === null) breakdownQuestion.drop()
    else {
      await breakdownQuestion.ask((options) => table.breakdown({ column, query: overviewQuery() }, options))
    }
  }

  async function refreshOverTime(): Promise<void> {
    const openFile = file.openFile()
    const column = openFile === null ? null : dateColumn(tableRoles(openFile))
    overTimeQuestion.drop()
    if (column === null) results.setState({ overTime: null })
    else {
      await overTimeQuestion.ask((options) => table.breakdown({ column, query: overviewQuery() }, options))
    }
  }

  return {
    async refresh() {
      await Promise.all([
        summaryQuestion.ask((options) => table.summary({ query: overviewQuery() }, options)),
        refreshBreakdown(),
        refreshOverTime(),
      ])
    },
    async breakDownBy(column) {
      // The old one stays in view until the new one is counted.
      results.setState(
        column === null ? { breakdownColumn: null, breakdown: null } : { breakdownColumn: column },
      )
      await refreshBreakdown()
    },
  }
}
