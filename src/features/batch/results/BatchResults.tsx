import { useCallback, useMemo } from 'react'
import { listNotClassified } from '../account/listNotClassified.ts'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore, type OpenFile } from '../batchStore.ts'
import { breakdownColumns, extraColumns } from '../columnChoices.ts'
import { download } from '../download/download.ts'
import type { ListQuery } from '../listQuery.ts'
import { rolesOf } from '../roles.ts'
import { OpenRow } from '../row/OpenRow.tsx'
import { Overview, OVERVIEW_STAGES } from './Overview.tsx'
import { breakDownBy, changeQuery, countUnfit, showDetail, showPage } from './results.ts'
import { Results } from './Results.tsx'
import { useStages } from './useStages.ts'

interface Props {
  services: BatchServices
  file: OpenFile
}

/** Overview, groups and rows of what is classified so far, and the row that is open. */
export function BatchResults({ services, file: { table, roleChanges } }: Props) {
  const query = useBatchStore((state) => state.query)
  const page = useBatchStore((state) => state.page)
  const summary = useBatchStore((state) => state.summary)
  const slice = useBatchStore((state) => state.slice)
  const breakdownColumn = useBatchStore((state) => state.breakdownColumn)
  const breakdown = useBatchStore((state) => state.breakdown)
  const overTime = useBatchStore((state) => state.overTime)
  // Stable, so that the table of a hundred rows is drawn again only when its rows change.
  const roles = useMemo(() => rolesOf(table, roleChanges), [table, roleChanges])
  const extra = useMemo(() => extraColumns(table.columns, roles), [table, roles])
  const ask = useCallback((change: Partial<ListQuery>) => void changeQuery(services, change), [services])
  const openRow = useCallback((row: number) => void showDetail(services, row), [services])
  const stage = useStages(OVERVIEW_STAGES + 2)
  if (summary === null || slice === null) return null
  const { group } = query
  return (
    <>
      <Overview
        stage={stage}
        summary={summary}
        severalFiles={table.files.length > 1}
        onListMissing={(from) => listNotClassified(services, from)}
        overTime={overTime}
        includeUnfit={query.includeUnfit}
        onIncludeUnfit={(include) => void countUnfit(services, include)}
        breakdownColumn={breakdownColumn}
        breakdown={breakdown}
        columns={breakdownColumns(table.columns, roles)}
        onBreakdown={(column) => void breakDownBy(services, column)}
        selectedGroup={group !== null && group.column === breakdown?.column ? group.value : null}
        onGroup={(value) => {
          if (breakdown === null) return
          ask({ group: value === null ? null : { column: breakdown.column, value } })
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
          onQuery={ask}
          onPage={(next) => void showPage(services, next)}
          onRow={openRow}
          onDownload={(choices, options) => download(services, choices, options)}
        />
      )}
      <OpenRow services={services} columns={table.columns} />
    </>
  )
}
