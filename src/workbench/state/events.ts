import type { Summary } from '../../domain/summary.ts'
import type { OpenTable, Row, RowDetail } from '../../table/protocol.ts'

/** Why a list goes no further: its first row, its last, or the row in view is not on the page that is shown. */
export type ListEnd = 'first' | 'last' | 'elsewhere'

/** What happened that a person hears about who does not see the page. */
export type WorkbenchEvent =
  | { kind: 'opened'; table: OpenTable }
  | { kind: 'read-anew'; rows: number }
  | { kind: 'run-started' }
  | { kind: 'run-passed'; percent: number }
  | { kind: 'run-stopped' }
  | { kind: 'run-done'; classified: number; unreadable: number }
  | { kind: 'taken-back'; rows: number }
  | { kind: 'listed'; rows: number }
  | { kind: 'counted'; summary: Summary }
  | { kind: 'row-shown'; row: Row }
  | { kind: 'list-ended'; end: ListEnd }
  | { kind: 'row-corrected'; row: RowDetail }

export type Tell = (event: WorkbenchEvent) => void

/** Events reach whoever listens when they happen; nobody hears about what was before. */
export interface Events {
  tell: Tell
  /** Returns the way to stop listening. */
  listen: (listener: Tell) => () => void
}

export function createEvents(): Events {
  const listeners = new Set<Tell>()
  return {
    tell(event) {
      for (const listener of [...listeners]) listener(event)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
