/**
 * `promise`, but rejecting at once with the signal's reason when it is aborted. The work behind it goes on unless it
 * listens to the signal itself; its late outcome is dropped.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(toError(signal.reason))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise
      .then(resolve, (reason: unknown) =>
        reject(reason instanceof Error ? reason : new Error(String(reason))),
      )
      .finally(() => signal.removeEventListener('abort', abort))
  })
}

/** What a signal was aborted with need not be an error. */
export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException(String(reason), 'AbortError')
}
