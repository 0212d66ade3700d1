import type { Classifier } from './classifyTexts.ts'

/** Timed for at most this long: an estimate must not cost what it estimates. */
const BUDGET_MS = 800

/**
 * Milliseconds that `texts` texts like those of `sample` take on this device with `workers` workers, measured by
 * classifying as much of the sample as fits the budget, one text at a time. Null when the sample is empty.
 * Two workers measured 1.94 times one, so workers count fully.
 */
export async function estimateRun(
  sample: readonly string[],
  texts: number,
  workers: number,
  classifier: Classifier,
  signal: AbortSignal,
): Promise<number | null> {
  if (sample.length === 0) return null
  // The first run of a fresh worker compiles; it is not timed.
  await classifier.classify(sample.slice(0, 1), { signal })
  const startedAt = performance.now()
  let timed = 0
  for (const text of sample) {
    await classifier.classify([text], { signal })
    timed += 1
    if (performance.now() - startedAt > BUDGET_MS) break
  }
  return ((performance.now() - startedAt) / timed) * (texts / Math.max(1, workers))
}
