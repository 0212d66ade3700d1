import type { RunProgress } from '../../table/protocol.ts'
import type { Tell } from '../state/events.ts'

/** Tells when a run passes a quarter, half and three quarters, each once; its end is told elsewhere. */
export function tellQuarters(tell: Tell): (progress: RunProgress) => void {
  let toldQuarter = 0
  return ({ done, total }) => {
    const quarter = total === 0 ? 0 : Math.floor((4 * done) / total)
    if (quarter <= toldQuarter || quarter >= 4) return
    toldQuarter = quarter
    tell({ kind: 'run-passed', percent: quarter * 25 })
  }
}
