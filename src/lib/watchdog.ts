import type { Remote } from './remote.ts'

/** A worker that answers `ping` whenever it is not in the middle of a step. */
export interface Pingable {
  ping: [null, null]
}

/** When a silent worker counts as dead. A step takes well under a second even on a slow phone. */
export interface Patience {
  pingEveryMs: number
  deadAfterMs: number
}

export const PATIENCE: Patience = { pingEveryMs: 2_000, deadAfterMs: 15_000 }

/**
 * A worker that was closed or hangs sends no event: only its silence tells. While calls wait, pings it; calls
 * `onDead` once when a ping stays unanswered for `deadAfterMs` with no other message heard. Returns the way to stop.
 * Time counts from the ping, not from the last message, so throttled timers of a hidden page do no harm.
 */
export function watch(remote: Remote<Pingable>, onDead: () => void, patience: Patience): () => void {
  let pingedAt: number | null = null
  const timer = setInterval(() => {
    if (pingedAt !== null && remote.lastHeard >= pingedAt) pingedAt = null
    if (pingedAt !== null && performance.now() - pingedAt > patience.deadAfterMs) {
      stop()
      onDead()
    } else if (pingedAt === null && remote.pending > 0) {
      pingedAt = performance.now()
      // A rejected ping means the worker was already given up.
      remote.call('ping', null).catch(() => undefined)
    }
  }, patience.pingEveryMs)
  const stop = (): void => clearInterval(timer)
  return stop
}
