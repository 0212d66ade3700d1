import type { ExportFormat } from '../../domain/exportFormat.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import type { Exported } from '../../table/protocol.ts'
import { queryOf } from '../state/listQuery.ts'
import type { AskContext } from './askContext.ts'

export interface ExportChoices {
  /** All rows in file order, or exactly the rows of the list in its order. */
  rows: 'all' | 'shown'
  as: ExportFormat
  /** The file that is written; null: a blob is made. */
  to: FileSystemFileHandle | null
}

export interface ExportOptions {
  signal: AbortSignal
  /** Rows written so far; not called for what is written at once. */
  onProgress: (rows: number) => void
}

/** What leaves the page as a file. */
export interface Exports {
  /** Rejects as the data worker does, and with the signal's reason. All rows, up to date, count as saved. */
  exportRows: (choices: ExportChoices, options: ExportOptions) => Promise<Exported>
  /** The pieces of the open files that are no rows, as they are. Null when they cannot be had, which is reported. */
  exportSkipped: () => Promise<Blob | null>
}

const PROGRESS_MS = 400

export function createExports({ table, stores: { results, run, file }, report }: AskContext): Exports {
  /** The next question waits for the last answer, and an answer that fails ends them: the export fails with it. */
  function watchProgress(onProgress: (rows: number) => void): () => void {
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

  return {
    async exportRows({ rows, as, to }, { signal, onProgress }) {
      const query = rows === 'all' ? ALL_ROWS : queryOf(results.getState().query)
      const stopWatching = watchProgress(onProgress)
      try {
        const exported = await table.export({ query, as, to }, { signal })
        if (rows === 'all' && exported.upToDate) run.setState({ saved: true })
        return exported
      } finally {
        stopWatching()
      }
    },
    async exportSkipped() {
      if (file.openFile() === null) return null
      try {
        return await table.exportSkipped(null)
      } catch (error) {
        report(error)
        return null
      }
    },
  }
}
