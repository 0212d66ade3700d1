import { useCallback, useMemo } from 'react'
import { useStore } from 'zustand'
import { breakdownColumns, extraColumns, tableRoles } from '../../../workbench/roles/columnChoices.ts'
import type { OpenFile } from '../../../workbench/state/fileState.ts'
import type { ListQuery } from '../../../workbench/state/listQuery.ts'
import type { Workbench } from '../../../workbench/workbench.ts'
import { download } from '../download/download.ts'
import { OpenRow } from '../row/OpenRow.tsx'
import { Overview } from './Overview.tsx'
import { OVERVIEW_STAGES } from './overviewParts.tsx'
import { Results } from './Results.tsx'
import { useStages } from './useStages.ts'

interface Props {
  workbench: Workbench
  file: OpenFile
}

/** Overview, groups and rows of what is classified so far, and the row that is open. */
export function BatchResults({ workbench, file: { table, roleChanges } }: Props) {
  const { results, questions } = workbench
  const query = useStore(results, (state) => state.query)
  const page = useStore(results, (state) => state.page)
  const summary = useStore(results, (state) => state.summary)
  const slice = useStore(results, (state) => state.slice)
  const breakdownColumn = useStore(results, (state) => state.breakdownColumn)
  const breakdown = useStore(results, (state) => state.breakdown)
  const overTime = useStore(results, (state) => state.overTime)
  // Stable, so that the table of a hundred rows is drawn again only when its rows change.
  const roles = useMemo(() => tableRoles({ table, roleChanges }), [table, roleChanges])
  const extra = useMemo(() => extraColumns(table.columns, roles), [table, roles])
  const changeQuery = useCallback(
    (change: Partial<ListQuery>) => void questions.changeQuery(change),
    [questions],
  )
  const showDetail = useCallback((row: number) => void questions.showDetail(row), [questions])
  const stage = useStages(OVERVIEW_STAGES + 2)
  if (summary === null || slice === null) return null
  const { group } = query
  const names = table.files.map(({ name }) => name)
  return (
    <>
      <Overview
        stage={stage}
        summary={summary}
        severalFiles={table.files.length > 1}
        onListMissing={questions.listNotClassified}
        overTime={overTime}
        includeUnfit={query.includeUnfit}
        onIncludeUnfit={(include) => void questions.countUnfit(include)}
        breakdownColumn={breakdownColumn}
        breakdown={breakdown}
        columns={breakdownColumns(table.columns, roles)}
        onBreakdown={(column) => void questions.breakDownBy(column)}
        selectedGroup={group !== null && group.column === breakdown?.column ? group.value : null}
        onGroup={(value) => {
          if (breakdown === null) return
          changeQuery({ group: value === null ? null : { column: breakdown.column, value } })
        }}
      />
      {stage > OVERVIEW_STAGES && (
        <Results
          table={table}
          extraColumns={extra}
          summary={summary}
          slice={slice}
          query={query}
          page={page}
          brief={stage === OVERVIEW_STAGES + 1}
          onQuery={changeQuery}
          onPage={(next) => void questions.showPage(next)}
          onRow={showDetail}
          onDownload={(choices, options) => download(workbench, names, choices, options)}
        />
      )}
      <OpenRow workbench={workbench} columns={table.columns} />
    </>
  )
}
