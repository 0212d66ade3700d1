import type { ExportFormat } from '../../../domain/exportFormat.ts'
import { ALL_ROWS } from '../../../domain/query.ts'
import { canPickSaveFile, pickSaveFile } from '../../../ui/pickSaveFile.ts'
import { saveBlob } from '../../../ui/saveBlob.ts'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore } from '../batchStore.ts'
import { queryOf } from '../listQuery.ts'
import { reportProblem } from '../reportProblem.ts'
import { exportName, savedKind } from './exportName.ts'

export interface DownloadChoices {
  /** All rows in file order, or exactly the rows of the list in its order. */
  rows: 'all' | 'shown'
  as: ExportFormat
  /** `downloads`: where the browser puts what it downloads; `chosen`: the person is asked, and the file written there. */
  place: 'downloads' | 'chosen'
}

/** What a download held, to tell the person. */
export interface Downloaded {
  rows: number
  /** Cells neutralised because a spreadsheet would run them. */
  guarded: number
  /** False when answers or corrections changed while it was written. */
  upToDate: boolean
}

export interface DownloadOptions {
  signal: AbortSignal
  /** Rows written so far; not called for what is written at once. */
  onProgress: (rows: number) => void
}

const PROGRESS_MS = 400

/**
 * Saves rows. `changed-mind`: the person chose no place, or cancelled; `failed`: the view tells why. Either way nothing
 * was saved.
 */
export async function download(
  services: BatchServices,
  { rows: which, as, place }: DownloadChoices,
  { signal, onProgress }: DownloadOptions,
): Promise<Downloaded | 'changed-mind' | 'failed'> {
  const { file, query } = useBatchStore.getState()
  if (file.status !== 'open') return 'failed'
  const kind = savedKind(as)
  const names = file.table.files.map(({ name }) => name)
  const name = exportName(names, kind.ending)
  const asked = { query: which === 'all' ? ALL_ROWS : queryOf(query), as }
  let stopWatching: () => void = () => undefined
  try {
    const to = place === 'chosen' && canPickSaveFile() ? await pickSaveFile(name, kind) : undefined
    if (to === null) return 'changed-mind'
    stopWatching = watch(services, onProgress)
    const exported = await services.table.export({ ...asked, to: to ?? null }, { signal })
    if (exported.file !== null) saveBlob(exported.file, name)
    if (which === 'all' && exported.upToDate) useBatchStore.setState({ saved: true })
    return exported
  } catch (error) {
    if (signal.aborted) return 'changed-mind'
    reportProblem(error)
    return 'failed'
  } finally {
    stopWatching()
  }
}

/** The next question waits for the last answer, and an answer that fails ends them: the export fails with it. */
function watch({ table }: BatchServices, onProgress: (rows: number) => void): () => void {
  let stopped = false
  let timer = setTimeout(ask, PROGRESS_MS)
  function ask(): void {
    table.exportProgress(null).then(
      ({ rows }) => {
        if (stopped) return
        onProgress(rows)
        timer = setTimeout(ask, PROGRESS_MS)
      },
      () => undefined,
    )
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
