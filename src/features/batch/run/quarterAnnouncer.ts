import type { RunProgress } from '../../../table/protocol.ts'
import { announce } from '../../../ui/announcer.ts'

/** Tells screen readers when a run passes a quarter, half and three quarters, each once; its end is told elsewhere. */
export function quarterAnnouncer(): (progress: RunProgress) => void {
  let told = 0
  return ({ done, total }) => {
    const quarter = total === 0 ? 0 : Math.floor((4 * done) / total)
    if (quarter <= told || quarter >= 4) return
    told = quarter
    announce(`${quarter * 25} percent done`)
  }
}
