import { abortable } from './abortable.ts'

interface Job<Value> {
  work: Promise<Value>
  controller: AbortController
  waiting: number
}

/** Work that several may wait for at once. */
export interface SharedWork<Value> {
  /**
   * Starts the work called `key`, or waits for the one of that name that is running. Rejects with the reason of `signal`
   * when that is aborted; the work itself is aborted when nobody waits for it any more. Rejects as the work does.
   */
  ask(key: string, start: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value>
}

export function createSharedWork<Value>(): SharedWork<Value> {
  const running = new Map<string, Job<Value>>()

  function begin(key: string, start: (signal: AbortSignal) => Promise<Value>): Job<Value> {
    const controller = new AbortController()
    const job: Job<Value> = { work: start(controller.signal), controller, waiting: 0 }
    running.set(key, job)
    const end = (): void => leave(key, job)
    job.work.then(end, end)
    return job
  }

  function leave(key: string, job: Job<Value>): void {
    if (running.get(key) === job) running.delete(key)
  }

  return {
    async ask(key, start, signal) {
      signal?.throwIfAborted()
      const job = running.get(key) ?? begin(key, start)
      job.waiting++
      try {
        return await abortable(job.work, signal)
      } finally {
        job.waiting--
        if (job.waiting === 0) {
          leave(key, job)
          job.controller.abort()
        }
      }
    },
  }
}
