import type { CallMap, Failure } from './messages.ts'
import { createRemote, type Remote } from './remote.ts'
import { startSealedWorker } from './sealedWorker.ts'
import { PATIENCE, watch, type Pingable } from './watchdog.ts'

/** A running worker and the way to end it. */
export interface LiveWorker<Calls extends CallMap<Calls>> {
  remote: Remote<Calls>
  /** Ends it; calls that wait are rejected with `reason`. `onDeath` is not called. */
  terminate(reason: Error): void
}

export interface LiveWorkerOptions {
  /** Absolute; see `startSealedWorker`. */
  scriptUrl: string
  name: string
  fromFailure: (failure: Failure) => Error
  /** The error that waiting calls are rejected with when the worker dies; `message` says how. */
  deathOf: (message: string) => Error
  /** Called once when it crashes, falls silent or cannot start. */
  onDeath: () => void
}

/** Starts a worker under the page's policy and watches over it: a dead one leaves no promise pending. */
export function startLiveWorker<Calls extends CallMap<Calls> & Pingable>(
  options: LiveWorkerOptions,
): LiveWorker<Calls> {
  const { scriptUrl, name, fromFailure, deathOf, onDeath } = options
  const worker = startSealedWorker(scriptUrl, name)
  const remote = createRemote<Calls>(worker, fromFailure)
  let alive = true
  const die = (message: string): void => {
    if (!alive) return
    terminate(deathOf(message))
    onDeath()
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
