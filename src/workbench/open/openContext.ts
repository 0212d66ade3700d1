import type { TableClient } from '../../table/client.ts'
import type { Questions } from '../ask/questions.ts'
import type { BatchRun } from '../run/batchRun.ts'
import type { Tell } from '../state/events.ts'
import type { Report } from '../state/report.ts'
import type { Stores } from '../state/stores.ts'
import type { Texts } from '../texts/readTexts.ts'
import type { RememberedFiles } from './rememberFile.ts'

/** What opening files, and saying how they are read, needs. */
export interface OpenContext {
  table: TableClient
  stores: Stores
  questions: Questions
  batchRun: BatchRun
  texts: Texts
  remembered: RememberedFiles
  /** One file is opened, or one choice of columns read, at a time: the next one overtakes it. */
  latestOpening: () => AbortSignal
  report: Report
  tell: Tell
}
