/** `size` at a time, in order; the last one may be shorter. */
export async function* chunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

/**
 * Results of `work` in the order of `inputs`, with up to `ahead` of them under way at a time. A failure ends it when
 * its turn comes.
 */
export async function* inOrder<I, O>(
  inputs: AsyncIterable<I>,
  ahead: number,
  work: (input: I) => Promise<O>,
): AsyncGenerator<O> {
  const running: Promise<O>[] = []
  for await (const input of inputs) {
    const result = work(input)
    // It is awaited below; until then nobody listens, which Node would take for an error nobody handles.
    result.catch(() => undefined)
    running.push(result)
    const first = running.length < ahead ? undefined : running.shift()
    if (first !== undefined) yield await first
  }
  for (const result of running) yield await result
}
