import type { TableClient } from '../../table/client.ts'
import type { Tell } from '../state/events.ts'
import type { Report } from '../state/report.ts'
import type { Stores } from '../state/stores.ts'

/** What every question to the data worker needs: whom to ask, where answers go, and who hears of them. */
export interface AskContext {
  table: TableClient
  stores: Stores
  report: Report
  tell: Tell
}
