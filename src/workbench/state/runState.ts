import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../domain/errors.ts'
import type { RunProgress } from '../../table/protocol.ts'

/** A moment of a run: milliseconds on a clock and rows done by then. */
export interface SpeedSample {
  at: number
  done: number
}

/** Progress of a run is kept when it stops, so that the page can say how far it came. */
export type RunStatus =
  | { status: 'idle' }
  | { status: 'starting' }
  | { status: 'running'; progress: RunProgress; samples: SpeedSample[] }
  | { status: 'stopped'; progress: RunProgress | null }
  /** Rows that the model could not read are done, too. */
  | { status: 'done'; unreadable: number; ms: number }
  | { status: 'failed'; problem: Problem }

/** A model whose answers the rows can hold. */
export interface AnsweringModel {
  /** As in the model's details. */
  id: string
  name: string
}

export interface RunState {
  run: RunStatus
  /** Whose answers the rows hold or began to; null before a run. */
  answeredBy: AnsweringModel | null
  /** A run waits for a person to say whether another model's answers, which no download holds, may be forgotten. */
  askingToForget: boolean
  /** Rows of this run whose answers were taken back and read again, since the engine was found wrong. */
  takenBack: number
  /** False while there are answers that no download holds yet. */
  saved: boolean
}

const UNSTARTED: RunState = {
  run: { status: 'idle' },
  answeredBy: null,
  askingToForget: false,
  takenBack: 0,
  saved: true,
}

export interface RunStore extends StoreApi<RunState> {
  /** Texts without any answer, and no run. */
  begin(): void
}

export function createRunStore(): RunStore {
  const store = createStore<RunState>(() => UNSTARTED)
  return { ...store, begin: () => store.setState(UNSTARTED, true) }
}

export function isUnderWay({ status }: RunStatus): boolean {
  return status === 'starting' || status === 'running'
}
