/**
 * What an aborted signal was aborted with, as an error. Callers may abort with anything: what is no error becomes the
 * message of an `AbortError`.
 */
export function abortReason({ reason }: Pick<AbortSignal, 'reason'>): Error {
  const why: unknown = reason
  return why instanceof Error ? why : new DOMException(String(why), 'AbortError')
}
