import type { Model } from '../../inference/facade/model.ts'
import type { RunStore } from '../state/runState.ts'
import { modelInUse } from './answeredBy.ts'
import type { Estimate } from './estimate.ts'

/**
 * Measures the open file whenever another model becomes ready, or one does after a failure that left no estimate, for as
 * long as the page lives.
 */
export function followModel(model: Model, run: RunStore, estimate: Estimate): void {
  let known = modelInUse(model)
  model.state.subscribe(() => {
    const now = modelInUse(model)
    if (now === null) return
    const other = known !== null && known.id !== now.id
    known = now
    if (run.getState().run.status !== 'idle') return
    // The first one answers the estimate that waits for it.
    if (other || estimate.isLacking()) void estimate.measureAgain()
  })
}
