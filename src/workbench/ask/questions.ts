import type { AskContext } from './askContext.ts'
import { createCounts, type Counts } from './counts.ts'
import { createExports, type Exports } from './exports.ts'
import { createOpenRow, type OpenRow } from './openRow.ts'
import { createRowList, type RowList } from './rowList.ts'
import { createWalkRows, type WalkRows } from './walkRows.ts'

/** Everything that is asked of the rows of the open file; answers go to the result store. */
export interface Questions
  extends
    Pick<Counts, 'breakDownBy'>,
    Pick<RowList, 'changeQuery' | 'showPage' | 'listNotClassified'>,
    Pick<OpenRow, 'correct'>,
    Exports {
  /** Asks the data worker anew for everything on the page. A question that a newer one overtakes is dropped. */
  refresh: () => Promise<void>
  /** Whether the labels of rows that do not fit the model count: in the sentence, the charts and the list's filters. */
  countUnfit: (includeUnfit: boolean) => Promise<void>
  showDetail: OpenRow['show']
  closeDetail: OpenRow['close']
  walkRows: WalkRows
}

export function createQuestions(context: AskContext): Questions {
  const { stores, tell } = context
  const { results, file } = stores
  const counts = createCounts(context)
  const list = createRowList(context)
  const openRow = createOpenRow(context)

  async function refresh(): Promise<void> {
    if (file.openFile() === null) return
    await Promise.all([counts.refresh(), list.refresh(), openRow.refresh()])
  }

  return {
    refresh,
    breakDownBy: counts.breakDownBy,
    changeQuery: list.changeQuery,
    showPage: list.showPage,
    listNotClassified: list.listNotClassified,
    async countUnfit(includeUnfit) {
      results.setState(({ query }) => ({ query: { ...query, includeUnfit }, page: 0, detailPlace: null }))
      await refresh()
      const { summary } = results.getState()
      if (summary !== null) tell({ kind: 'counted', summary })
    },
    showDetail: openRow.show,
    closeDetail: openRow.close,
    async correct(label) {
      const corrected = await openRow.correct(label)
      if (corrected) await refresh()
      return corrected
    },
    walkRows: createWalkRows(context, list, openRow),
    ...createExports(context),
  }
}
