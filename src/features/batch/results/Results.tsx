import { useState } from 'react'
import type { Summary } from '../../../domain/summary.ts'
import type { Column, OpenTable, Slice } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PAGE_ROWS } from '../../../workbench/state/resultState.ts'
import { pageWords } from '../words/listWords.ts'
import { DownloadDialog, type DownloadDialogProps } from '../download/DownloadDialog.tsx'
import type { ListQuery } from '../../../workbench/state/listQuery.ts'
import { FilterChips } from './FilterChips.tsx'
import styles from './Results.module.css'
import { ResultsTable } from './ResultsTable.tsx'

const BRIEF = 20

interface Props {
  table: OpenTable
  extraColumns: readonly Column[]
  summary: Summary
  slice: Slice
  query: ListQuery
  page: number
  /** Only the rows at the top, for a first drawing. */
  brief: boolean
  onQuery: (change: Partial<ListQuery>) => void
  onPage: (page: number) => void
  onRow: (row: number) => void
  onDownload: DownloadDialogProps['onDownload']
}

/** The rows: filter, search, sort, pages of a hundred, download. */
export function Results(props: Props) {
  const { table, extraColumns, summary, slice, query, page, brief, onQuery, onPage, onRow, onDownload } =
    props
  const [asking, setAsking] = useState(false)
  const pages = Math.max(1, Math.ceil(slice.matching / PAGE_ROWS))
  return (
    <section aria-labelledby="rows-heading">
      <h2 id="rows-heading" className="visually-hidden">
        Rows
      </h2>
      <div className={styles['tools']}>
        <FilterChips summary={summary} table={table} query={query} onQuery={onQuery} />
        <div className={styles['actions']}>
          <TextField
            type="search"
            label="Search texts"
            labelAt="hidden"
            placeholder="Search texts"
            value={query.search}
            onChange={(search) => onQuery({ search })}
          />
          <Button variant="secondary" onClick={() => setAsking(true)}>
            Download CSV
          </Button>
        </div>
      </div>
      <ResultsTable
        rows={brief ? slice.rows.slice(0, BRIEF) : slice.rows}
        busy={brief}
        extraColumns={extraColumns}
        order={query.order}
        severalFiles={table.files.length > 1}
        onQuery={onQuery}
        onRow={onRow}
      />
      <nav className={styles['pager']} aria-label="Pages of results">
        <Button
          variant="secondary"
          unavailable={page === 0 ? 'This is the first page' : undefined}
          onClick={() => onPage(page - 1)}
        >
          Previous
        </Button>
        <p>{pageWords(page, PAGE_ROWS, slice.matching)}</p>
        <Button
          variant="secondary"
          unavailable={page >= pages - 1 ? 'This is the last page' : undefined}
          onClick={() => onPage(page + 1)}
        >
          Next
        </Button>
      </nav>
      <DownloadDialog
        open={asking}
        rows={summary.rows}
        matching={slice.matching}
        corrected={summary.corrected}
        fileDelimiter={table.files[0]?.delimiter ?? null}
        bytes={table.files.reduce((sum, { bytes }) => sum + bytes, 0)}
        onClose={() => setAsking(false)}
        onDownload={onDownload}
      />
    </section>
  )
}
