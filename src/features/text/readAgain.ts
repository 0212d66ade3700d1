import type { Model } from '../../inference/facade/model.ts'
import type { ReadText } from './analyse.ts'
import type { TextStore } from './textStore.ts'

export interface ReadAgainOptions {
  model: Model
  state: TextStore
  readText: ReadText
}

/** Reads the text again whenever another model becomes ready, from now on. */
export function readAgainWithOthers({ model, state, readText }: ReadAgainOptions): void {
  let readBy = modelId(model)
  model.state.subscribe(() => {
    const now = modelId(model)
    if (now === null || now === readBy) return
    // The first model answers what waits for it.
    if (readBy !== null) void readText(state.getState().text)
    readBy = now
  })
}

function modelId({ state }: Model): string | null {
  const now = state.getState()
  return now.status === 'ready' ? now.details.id : null
}
