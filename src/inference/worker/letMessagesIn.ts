import { nextMacrotask } from '../../lib/macrotask.ts'

/** Called between steps of work: lets waiting messages in now and then, and throws when nobody waits any more. */
export type LetMessagesIn = (signal: AbortSignal) => Promise<void>

/**
 * A run of the model cannot be interrupted: between runs is where cancels and pings get in. Letting them in costs a
 * turn of the event loop, so it happens only when the last time was `everyMs` ago.
 */
export function letMessagesInEvery(everyMs: number): LetMessagesIn {
  let last = -Infinity
  return async (signal) => {
    if (performance.now() - last >= everyMs) {
      await nextMacrotask()
      last = performance.now()
    }
    signal.throwIfAborted()
  }
}
