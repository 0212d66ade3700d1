import type { Call, CallMap, Cancel, Failure, Port, Response } from './messages.ts'

/** One handler per call. `signal` is aborted when nobody waits for the answer any more. */
export type Handlers<Calls extends CallMap<Calls>> = {
  [Name in keyof Calls]: (
    input: Calls[Name][0],
    signal: AbortSignal,
  ) => Promise<Calls[Name][1]> | Calls[Name][1]
}

/**
 * The worker's side of `createRemote`: answers every call once, with its result or its failure, and says `ready`.
 * Calls run side by side where handlers await; a handler that needs an order keeps its own queue.
 */
export function serve<Calls extends CallMap<Calls>>(
  port: Port,
  handlers: Handlers<Calls>,
  toFailure: (thrown: unknown) => Failure,
): void {
  const running = new Map<number, AbortController>()
  const post = (response: Response): void => port.postMessage(response, [])

  async function answer<Name extends keyof Calls>(
    id: number,
    call: Name,
    input: Calls[Name][0],
  ): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      post({ type: 'result', id, output: await handlers[call](input, controller.signal) })
    } catch (thrown) {
      post({ type: 'failure', id, failure: toFailure(thrown) })
    } finally {
      running.delete(id)
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<Call<Calls> | Cancel>) => {
    if (data.type === 'cancel') running.get(data.id)?.abort()
    else void answer(data.id, data.call, data.input)
  })
  post({ type: 'ready' })
}
