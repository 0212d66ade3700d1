import { fromFailure, UndertoneError } from '../domain/errors.ts'
import { createRemote, type Remote } from '../lib/remote.ts'
import { startSealedWorker } from '../lib/sealedWorker.ts'
import type { Calls } from './protocol.ts'
import { PATIENCE, watch } from './watchdog.ts'
import workerUrl from './worker/main.ts?worker&url'

/** A running worker as the pool sees it. */
export interface InferenceWorker {
  remote: Remote<Calls>
  /** Ends it; calls that wait are rejected with `reason`. */
  terminate(reason: Error): void
}

/** Starts a worker and calls `onDeath` once when it crashes, falls silent or cannot start. */
export type Spawn = (onDeath: (reason: UndertoneError) => void) => InferenceWorker

export const spawnInferenceWorker: Spawn = (onDeath) => {
  const worker = startSealedWorker(new URL(workerUrl, import.meta.url).href, 'undertone-inference')
  const remote = createRemote<Calls>(worker, fromFailure)
  let alive = true
  const die = (message: string): void => {
    if (!alive) return
    const reason = new UndertoneError('worker-crashed', message)
    terminate(reason)
    onDeath(reason)
  }
  const stopWatching = watch(remote, () => die('the worker fell silent'), PATIENCE)
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    die(event.message || 'the worker could not start')
  })
  worker.addEventListener('messageerror', () => die('a message could not be read'))

  function terminate(reason: Error): void {
    alive = false
    stopWatching()
    worker.terminate()
    remote.close(reason)
  }
  return { remote, terminate }
}
