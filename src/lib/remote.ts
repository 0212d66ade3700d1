import { abortReason } from './abortReason.ts'
import type { Call, CallMap, Cancel, Failure, Port, Response } from './messages.ts'
import { toError } from './toError.ts'

export interface CallOptions {
  /** Aborting rejects at once with the signal's reason and tells the worker; a late answer is dropped. */
  signal?: AbortSignal | undefined
  /** Buffers to hand over instead of copying. */
  transfer?: Transferable[]
}

/** The page's side of a worker. */
export interface Remote<Calls extends CallMap<Calls>> {
  call<Name extends keyof Calls>(
    name: Name,
    input: Calls[Name][0],
    options?: CallOptions,
  ): Promise<Calls[Name][1]>
  /** Rejects everything that waits, and every later call, with `reason`. */
  close(reason: Error): void
  /** Calls without an answer yet. */
  readonly pending: number
  /** `performance.now()` of the last message from the worker. */
  readonly lastHeard: number
}

interface Waiting {
  resolve(output: unknown): void
  reject(reason: unknown): void
}

/**
 * Calls over a port. Requests made before the worker says `ready` are kept and sent then.
 * `fromFailure` turns a failure from the worker into the error that the caller sees.
 */
export function createRemote<Calls extends CallMap<Calls>>(
  port: Port,
  fromFailure: (failure: Failure) => Error,
): Remote<Calls> {
  const waiting = new Map<number, Waiting>()
  let unsent: [Call<Calls> | Cancel, Transferable[]][] | null = []
  let closed: Error | null = null
  let lastId = 0
  let lastHeard = performance.now()

  function send(request: Call<Calls> | Cancel, transfer: Transferable[] = []): void {
    if (unsent) unsent.push([request, transfer])
    else post(request, transfer)
  }

  /** Copying an input can fail, when memory is short for one: then its call fails, and no other. */
  function post(request: Call<Calls> | Cancel, transfer: Transferable[]): void {
    try {
      port.postMessage(request, transfer)
    } catch (reason) {
      const call = waiting.get(request.id)
      waiting.delete(request.id)
      call?.reject(reason)
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    lastHeard = performance.now()
    if (data.type === 'ready') {
      const requests = unsent ?? []
      unsent = null
      for (const [request, transfer] of requests) post(request, transfer)
      return
    }
    const call = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.type === 'result') call?.resolve(data.output)
    else call?.reject(fromFailure(data.failure))
  })

  return {
    call(name, input, { signal, transfer } = {}) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(closed)
        if (signal?.aborted) return reject(abortReason(signal))
        const id = ++lastId
        const abort = (): void => {
          if (signal === undefined || !waiting.delete(id)) return
          reject(abortReason(signal))
          send({ type: 'cancel', id })
        }
        const settle = (): void => signal?.removeEventListener('abort', abort)
        waiting.set(id, {
          resolve: (output) => {
            settle()
            // The one place where the untyped wire meets the table of calls: `serve` answers call `name` with its output.

            resolve(output)
          },
          reject: (reason) => {
            settle()
            reject(toError(reason))
          },
        })
        signal?.addEventListener('abort', abort, { once: true })
        send({ type: 'call', id, call: name, input }, transfer)
      })
    },
    close(reason) {
      closed = reason
      const calls = [...waiting.values()]
      waiting.clear()
      for (const call of calls) call.reject(reason)
    },
    get pending() {
      return waiting.size
    },
    get lastHeard() {
      return lastHeard
    },
  }
}
