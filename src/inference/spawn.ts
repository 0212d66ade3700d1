import { fromFailure, UndertoneError } from '../domain/errors.ts'
import { startLiveWorker, type LiveWorker } from '../lib/liveWorker.ts'
import type { Calls } from './protocol.ts'
import workerUrl from './worker/main.ts?worker&url'

/** A running worker as the pool sees it. */
export type InferenceWorker = LiveWorker<Calls>

/** Starts a worker and calls `onDeath` once when it crashes, falls silent or cannot start. */
export type Spawn = (onDeath: () => void) => InferenceWorker

export const spawnInferenceWorker: Spawn = (onDeath) =>
  startLiveWorker<Calls>({
    scriptUrl: new URL(workerUrl, import.meta.url).href,
    name: 'undertone-inference',
    fromFailure,
    deathOf: (message) => new UndertoneError('worker-crashed', message),
    onDeath,
  })
