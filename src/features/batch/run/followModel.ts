import type { BatchServices } from '../batchServices.ts'
import { useBatchStore } from '../batchStore.ts'
import { modelInUse } from './answeredBy.ts'
import { estimateAgain } from './estimate.ts'

/** Measures the open file anew whenever another model becomes ready, until the returned function is called. */
export function followModel(services: BatchServices): () => void {
  let known = modelInUse(services.model)
  return services.model.state.subscribe(() => {
    const now = modelInUse(services.model)
    if (now === null || now.id === known?.id) return
    // The first one answers the estimate that waits for it.
    if (known !== null && useBatchStore.getState().run.status === 'idle') void estimateAgain(services)
    known = now
  })
}
