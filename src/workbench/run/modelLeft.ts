import type { Model } from '../../inference/facade/model.ts'
import type { AnsweringModel } from '../state/runState.ts'

/**
 * Calls `stop` when another model takes the place of `by`: what that one has answered so far is all of its answers. One that
 * failed and is loaded again goes on where it was. Returns the way to stop watching.
 */
export function whenModelLeft(
  { state }: Pick<Model, 'state'>,
  by: AnsweringModel,
  stop: () => void,
): () => void {
  return state.subscribe((now, before) => {
    const exchanged = now.status === 'fetching' && before.status === 'ready'
    if (exchanged || (now.status === 'ready' && now.details.id !== by.id)) stop()
  })
}
