import type { Classifier } from '../../domain/classifier.ts'
import { isAbort } from '../../domain/errors.ts'
import { mixTexts } from './mixTexts.ts'

/** The first call compiles and warms; the second is large enough to keep every worker and a graphics card busy. */
const CALLS = [40, 200]

/**
 * Texts a second on the mix, which is read before a batch: of the largest call that was answered within `limitMs` milliseconds, or null when not
 * even the first was. Rejects with what `classify` rejects with, unless that is our own abort, and
 * with the reason of `signal`.
 */
export async function timeMix(
  backend: Pick<Classifier, 'classify'>,
  limitMs: number,
  signal: AbortSignal,
): Promise<number | null> {
  signal.throwIfAborted()
  const controller = new AbortController()
  const end = (): void => controller.abort()
  const timer = setTimeout(end, limitMs)
  signal.addEventListener('abort', end)
  let textsPerSecond: number | null = null
  try {
    for (const count of CALLS) {
      const startedAt = performance.now()
      await backend.classify(mixTexts(count), { for: 'person', signal: controller.signal })
      textsPerSecond = (count * 1000) / (performance.now() - startedAt)
    }
  } catch (reason) {
    signal.throwIfAborted()
    if (!controller.signal.aborted || !isAbort(reason)) throw reason
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
  return textsPerSecond
}
