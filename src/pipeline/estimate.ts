import type { Classifier } from '../domain/classifier.ts'

/** Timed for at most this long: an estimate must not cost what it estimates. */
const BUDGET_MS = 800

/** What a run is about: how many texts, how long all together, and a few of them. */
export interface Work {
  texts: number
  characters: number
  sample: readonly string[]
}

/**
 * Milliseconds that the work takes on this device with `workers` workers, measured by classifying as much of the
 * sample as fits the budget, one text at a time on WebAssembly, as for a person. Null when the sample is empty. Scaled by texts or by characters,
 * whichever says more: one text of 5 MB, which no sample holds, outweighs ten thousand short ones.
 * Two workers measured 1.94 times one, so workers count fully.
 */
export async function estimateRun(
  { texts, characters, sample }: Work,
  workers: number,
  classifier: Pick<Classifier, 'classify'>,
  signal: AbortSignal,
): Promise<number | null> {
  if (sample.length === 0) return null
  // The first run of a fresh worker compiles; it is not timed.
  await classifier.classify(sample.slice(0, 1), { for: 'person', signal })
  const startedAt = performance.now()
  let timed = 0
  let timedCharacters = 0
  for (const text of sample) {
    await classifier.classify([text], { for: 'person', signal })
    timed += 1
    timedCharacters += text.length
    if (performance.now() - startedAt > BUDGET_MS) break
  }
  const ratio = Math.max(texts / timed, characters / Math.max(1, timedCharacters))
  return ((performance.now() - startedAt) * ratio) / Math.max(1, workers)
}
