import { useStore } from 'zustand'
import type { Model } from '../../../inference/facade/model.ts'
import { useBatchStore, type AnsweringModel } from '../batchStore.ts'

/** Null while none is ready. */
export function modelInUse({ state }: Model): AnsweringModel | null {
  const now = state.getState()
  return now.status === 'ready' ? { id: now.details.id, name: now.details.name } : null
}

/** The model whose answers the rows hold, when another one is in use now; otherwise null. */
export function otherModel(model: Model): AnsweringModel | null {
  const { answeredBy } = useBatchStore.getState()
  const now = modelInUse(model)
  return answeredBy === null || now === null || now.id === answeredBy.id ? null : answeredBy
}

/** As `otherModel`, for a view. */
export function useOtherModel(model: Model): AnsweringModel | null {
  useStore(model.state)
  useBatchStore((state) => state.answeredBy)
  return otherModel(model)
}
