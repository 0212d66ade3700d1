import type { BatchServices } from '../batchServices.ts'
import { useBatchStore } from '../batchStore.ts'
import { modelInUse } from './answeredBy.ts'
import { estimateAgain, lacksEstimate } from './estimate.ts'

/**
 * Measures the open file whenever another model becomes ready, or one does after a failure that left no estimate, until
 * the returned function is called.
 */
export function followModel(services: BatchServices): () => void {
  let known = modelInUse(services.model)
  return services.model.state.subscribe(() => {
    const now = modelInUse(services.model)
    if (now === null) return
    const other = known !== null && known.id !== now.id
    known = now
    if (useBatchStore.getState().run.status !== 'idle') return
    // The first one answers the estimate that waits for it.
    if (other || lacksEstimate()) void estimateAgain(services)
  })
}
