import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Model } from '../../inference/facade/model.ts'
import type { AnsweringModel, RunState, RunStore } from '../state/runState.ts'

/** The model that would answer now; null while none is ready. */
export function modelInUse({ state }: Pick<Model, 'state'>): AnsweringModel | null {
  const now = state.getState()
  return now.status === 'ready' ? { id: now.details.id, name: now.details.name } : null
}

/** The model whose answers the rows hold, when another one is in use now; otherwise null. */
export function otherModel(
  { answeredBy }: Pick<RunState, 'answeredBy'>,
  model: Pick<Model, 'state'>,
): AnsweringModel | null {
  const now = modelInUse(model)
  return answeredBy === null || now === null || now.id === answeredBy.id ? null : answeredBy
}

/** What `otherModel` says, followed for as long as the page lives. */
export function followOtherModel(
  model: Pick<Model, 'state'>,
  run: RunStore,
): StoreApi<AnsweringModel | null> {
  const other = createStore<AnsweringModel | null>(() => otherModel(run.getState(), model))
  const look = (): void => other.setState(otherModel(run.getState(), model), true)
  model.state.subscribe(look)
  run.subscribe(look)
  return other
}
