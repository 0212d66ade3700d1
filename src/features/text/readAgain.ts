import type { Model } from '../../inference/facade/model.ts'
import { readText } from './analyse.ts'
import { useTextStore } from './textStore.ts'

/** Reads the text again whenever another model becomes ready, until the returned function is called. */
export function readAgainWithOthers(model: Model): () => void {
  let readBy = modelId(model)
  return model.state.subscribe(() => {
    const now = modelId(model)
    if (now === null || now === readBy) return
    // The first model answers what waits for it.
    if (readBy !== null) void readText(useTextStore.getState().text, model)
    readBy = now
  })
}

function modelId({ state }: Model): string | null {
  const now = state.getState()
  return now.status === 'ready' ? now.details.id : null
}
