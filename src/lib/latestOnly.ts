/** A source of signals of which only the latest is alive: asking for the next aborts the one before. */
export function latestOnly(): () => AbortSignal {
  let current = new AbortController()
  return () => {
    current.abort()
    current = new AbortController()
    return current.signal
  }
}
