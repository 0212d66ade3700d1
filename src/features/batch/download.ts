import { csvLike } from '../../domain/exportFormat.ts'
import { ALL_ROWS, type Query } from '../../domain/query.ts'
import { saveBlob } from '../../ui/saveBlob.ts'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore } from './batchStore.ts'
import { reportProblem } from './reportProblem.ts'

/** What a download held, to tell the person. */
export interface Downloaded {
  rows: number
  /** Cells neutralised because a spreadsheet would run them. */
  guarded: number
}

/** Saves all rows in file order, or exactly the rows of the list in its order. Null when it failed; the view tells. */
export async function downloadCsv(
  services: BatchServices,
  which: 'all' | 'filtered',
): Promise<Downloaded | null> {
  const { file, query } = useBatchStore.getState()
  if (file.status !== 'open') return null
  const asked: Query = which === 'all' ? ALL_ROWS : query
  try {
    const {
      file: csv,
      rows,
      guarded,
    } = await services.table.export({
      query: asked,
      as: csvLike(file.table.files[0]?.delimiter ?? null),
      to: null,
    })
    if (csv !== null) saveBlob(csv, exportName(file.table.files.map(({ name }) => name)))
    if (which === 'all') useBatchStore.setState({ saved: true })
    return { rows, guarded }
  } catch (error) {
    reportProblem(error)
    return null
  }
}

/** `march.csv` becomes `march-sentiment.csv`; several files are named after the first. */
export function exportName(names: readonly string[]): string {
  const base = (names[0] ?? 'reviews').replace(/[.](csv|tsv|txt|tab)$/i, '')
  return `${base}${names.length > 1 ? `-and-${names.length - 1}-more` : ''}-sentiment.csv`
}
