/**
 * Calls `step` every `ms` milliseconds until the returned function is called. The next pause begins when the step is
 * through: on a large file a count may take longer than the pause.
 */
export function repeat(step: () => Promise<void>, ms: number): () => void {
  let timer = setTimeout(next, ms)
  let stopped = false
  async function next(): Promise<void> {
    await step()
    if (!stopped) timer = setTimeout(next, ms)
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
