import { abortReason } from './abortReason.ts'
import { toError } from './toError.ts'

/**
 * `promise`, but rejecting at once with the signal's reason when it is aborted. The work behind it goes on unless it
 * listens to the signal itself; its late outcome is dropped.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(abortReason(signal))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise
      .then(resolve, (thrown: unknown) => reject(toError(thrown)))
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
