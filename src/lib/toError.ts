/** What was thrown, as an error. A thrown value that is none becomes the message of one; it is never an abort. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
