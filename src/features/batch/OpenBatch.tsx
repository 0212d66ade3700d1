import type { Query } from '../../domain/query.ts'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type FileState } from './batchStore.ts'
import styles from './BatchView.module.css'
import { breakdownColumns, extraColumns } from './columnChoices.ts'
import { downloadCsv } from './download.ts'
import { FileBar } from './FileBar.tsx'
import { chooseTextColumn } from './openFiles.ts'
import { Overview } from './Overview.tsx'
import { Preview } from './Preview.tsx'
import { Results } from './Results.tsx'
import { breakDownBy, changeQuery, closeDetail, showDetail, showPage } from './results.ts'
import { RowPanel } from './RowPanel.tsx'
import { RunStatus } from './RunStatus.tsx'
import { startBatch, stopBatch } from './startBatch.ts'

interface Props {
  services: BatchServices
  file: Extract<FileState, { status: 'open' }>
  onFiles: (files: File[]) => void
}

/** An open file: before a run its preview, from the first answer on its results. */
export function OpenBatch({ services, file, onFiles }: Props) {
  const { run, query, page, summary, slice, breakdownColumn, breakdown, detail } = useBatchStore()
  const { table, profile, estimateMs } = file
  const textColumn = profile?.column ?? null
  const classified = summary?.classified ?? 0
  const start = (): void => void startBatch(services)
  const ask = (change: Partial<Query>): void => void changeQuery(services, change)
  const position = slice?.rows.findIndex(({ row }) => row === detail?.row) ?? -1

  return (
    <div className={styles['open']}>
      <FileBar
        table={table}
        textColumn={textColumn}
        run={run}
        unavailable={whyNot(profile?.withText, summary?.waiting)}
        onFiles={onFiles}
        onTextColumn={(column) => void chooseTextColumn(services, column)}
        onClassify={start}
        onStop={stopBatch}
      />
      <RunStatus run={run} profile={profile} estimateMs={estimateMs} onRetry={start} />
      {classified === 0 && <Preview table={table} textColumn={textColumn} />}
      {classified > 0 && summary !== null && slice !== null && (
        <>
          <Overview
            summary={summary}
            breakdownColumn={breakdownColumn}
            breakdown={breakdown}
            columns={breakdownColumns(table.columns, textColumn)}
            onBreakdown={(column) => void breakDownBy(services, column)}
            selectedGroup={
              query.group !== null && query.group.column === breakdown?.column ? query.group.value : null
            }
            onGroup={(value) => {
              if (breakdown === null) return
              ask({ group: value === null ? null : { column: breakdown.column, value } })
            }}
          />
          <Results
            table={table}
            extraColumns={extraColumns(table.columns, textColumn)}
            summary={summary}
            slice={slice}
            query={query}
            page={page}
            onQuery={ask}
            onPage={(next) => void showPage(services, next)}
            onRow={(row) => void showDetail(services, row)}
            onDownload={(which) => downloadCsv(services, which)}
          />
          <RowPanel
            detail={detail}
            columns={table.columns}
            previous={position > 0 ? (slice.rows[position - 1]?.row ?? null) : null}
            next={slice.rows[position + 1]?.row ?? null}
            onRow={(row) => void showDetail(services, row)}
            onClose={closeDetail}
          />
        </>
      )}
    </div>
  )
}

/** Why Classify cannot run now; undefined when it can. */
function whyNot(withText: number | undefined, waiting: number | undefined): string | undefined {
  if (withText === undefined) return 'Choose the column to read first'
  if (withText === 0) return 'No row has text in this column'
  return waiting === 0 ? 'Every row with text is classified' : undefined
}
