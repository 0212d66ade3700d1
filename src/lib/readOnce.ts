/** Calls `read` the first time and gives everyone its answer; after a failure it is called again. */
export function readOnce<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null
  return () => {
    reading ??= read().catch((reason: unknown) => {
      reading = null
      throw reason
    })
    return reading
  }
}
