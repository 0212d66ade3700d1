import type { StoreApi } from 'zustand/vanilla'
import { latestOnly } from '../lib/latestOnly.ts'
import { createQuestions, type Questions } from './ask/questions.ts'
import { createColumnUse, type ColumnUse } from './open/columnUse.ts'
import { createFileOpener, type FileOpener } from './open/openFiles.ts'
import { createRememberedFiles } from './open/rememberFile.ts'
import { followOtherModel } from './run/answeredBy.ts'
import { createBatchRun, type BatchRun } from './run/batchRun.ts'
import { createEstimate } from './run/estimate.ts'
import { followModel } from './run/followModel.ts'
import { createEvents, type Events } from './state/events.ts'
import type { FileState } from './state/fileState.ts'
import { createReport, type Report } from './state/report.ts'
import type { ResultState } from './state/resultState.ts'
import type { AnsweringModel, RunState } from './state/runState.ts'
import { createStores } from './state/stores.ts'
import { createTexts } from './texts/readTexts.ts'
import type { WorkbenchServices } from './workbenchServices.ts'

/**
 * The open file, what its columns are for, its run, and what is asked of its rows: state in three stores, and everything
 * that can be done with it. Views read the stores and call the rest; a second view of the same file shares the object.
 */
export interface Workbench {
  readonly file: StoreApi<FileState>
  readonly run: StoreApi<RunState>
  readonly results: StoreApi<ResultState>
  readonly opener: FileOpener
  readonly columns: ColumnUse
  readonly batchRun: BatchRun
  readonly questions: Questions
  readonly model: WorkbenchServices['model']
  /** The model whose answers the rows hold, when another one is in use now; otherwise null. */
  readonly otherModel: StoreApi<AnsweringModel | null>
  /** Shows a problem that came up elsewhere with the open file. */
  report: Report
  listen: Events['listen']
}

export function createWorkbench({ model, table, memory }: WorkbenchServices): Workbench {
  const stores = createStores()
  const { tell, listen } = createEvents()
  const report = createReport(stores)
  const latestOpening = latestOnly()
  const remembered = createRememberedFiles(table, memory, stores.file)
  const questions = createQuestions({ table, stores, report, tell })
  const estimate = createEstimate(model, stores.file)
  const batchRun = createBatchRun({ table, model, stores, questions, report, tell })
  const texts = createTexts({ table, stores, questions, batchRun, estimate, latestOpening, report })
  const context = { table, stores, questions, batchRun, texts, remembered, latestOpening, report, tell }
  followModel(model, stores.run, estimate)
  return {
    ...stores,
    opener: createFileOpener(context),
    columns: createColumnUse(context),
    batchRun,
    questions,
    model,
    otherModel: followOtherModel(model, stores.run),
    report,
    listen,
  }
}
