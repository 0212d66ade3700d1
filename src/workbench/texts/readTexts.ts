import { latestOnly } from '../../lib/latestOnly.ts'
import type { TableClient } from '../../table/client.ts'
import type { Questions } from '../ask/questions.ts'
import { columnsToProfile, columnsToRead, firstBreakdown, tableRoles } from '../roles/columnChoices.ts'
import type { BatchRun } from '../run/batchRun.ts'
import type { Estimate } from '../run/estimate.ts'
import type { Report } from '../state/report.ts'
import type { Stores } from '../state/stores.ts'

/** The texts of the open file, by what its columns are for. */
export interface Texts {
  /** Reads the columns that are the text; answers of others are forgotten. Nothing is read without one. Never rejects. */
  read(): Promise<void>
  /** Counts what the texts, and the labels or stars beside them, are like. Another count overtakes it. Never rejects. */
  count(): Promise<void>
}

export interface TextsContext {
  table: TableClient
  stores: Stores
  questions: Questions
  batchRun: BatchRun
  estimate: Estimate
  /** One file is opened, or one choice of columns read, at a time: the next one overtakes it. */
  latestOpening: () => AbortSignal
  report: Report
}

export function createTexts(context: TextsContext): Texts {
  const { table, stores, questions, batchRun, estimate, latestOpening, report } = context
  const { file, run, results } = stores
  const latestCount = latestOnly()

  async function count(): Promise<void> {
    const signal = latestCount()
    const openFile = file.openFile()
    const columns = openFile && columnsToProfile(tableRoles(openFile))
    if (columns === null) return
    try {
      const fileProfile = await table.profile(columns, { signal })
      if (file.openFile()?.table === openFile?.table && !signal.aborted) file.changeOpen({ fileProfile })
    } catch (error) {
      report(error)
    }
  }

  return {
    count,
    async read() {
      batchRun.stop()
      const signal = latestOpening()
      const openFile = file.openFile()
      if (openFile === null) return
      file.changeOpen({ profile: null, fileProfile: null, estimateMs: null })
      const roles = tableRoles(openFile)
      const columns = columnsToRead(roles)
      if (columns === null) return
      try {
        const profile = await table.chooseText(columns, { signal })
        run.begin()
        results.forgetList()
        file.setState({ problem: null })
        file.changeOpen({ profile })
        await Promise.all([questions.refresh(), questions.breakDownBy(firstBreakdown(roles))])
        // The file can be looked at meanwhile; the model may still be on its way.
        void count()
        void estimate.measure(signal)
      } catch (error) {
        report(error)
      }
    },
  }
}
