/**
 * Which windows are run together: indices into `lengths`, longest first, so that neighbours need little padding. A batch
 * costs its longest length times its windows and stays within `batchTokens`, except for a window longer than that,
 * which is a batch of its own.
 */
export function packBatches(lengths: readonly number[], batchTokens: number): number[][] {
  const longestFirst = lengths.map((length, index) => ({ length, index })).sort((a, b) => b.length - a.length)
  const batches: number[][] = []
  let batch: number[] = []
  let longest = 0
  for (const { length, index } of longestFirst) {
    if (batch.length === 0 || (batch.length + 1) * longest > batchTokens) {
      batch = []
      batches.push(batch)
      longest = length
    }
    batch.push(index)
  }
  return batches
}
