import type { TextLogits } from '../domain/decide.ts'
import { nextMacrotask } from '../lib/macrotask.ts'
import type { LoadInput } from '../inference/protocol.ts'
import type { Engine } from '../inference/worker/engine.ts'

/** Logits that say which text they belong to, so that a test sees answers in the wrong order. */
export function fakeLogits(text: string): TextLogits {
  return { logits: Float32Array.of(text.length, text.charCodeAt(0) || 0, 0), pieces: Uint32Array.of(1) }
}

export interface FakeEngineOptions {
  /** Awaited before each text; a test throws, waits or counts here. */
  onText?: (text: string) => void | Promise<void>
  onLoad?: (input: LoadInput) => void | Promise<void>
  /** What the model says of a text; `fakeLogits` without. */
  answer?: (text: string) => TextLogits
  /** What `load` reports; null without. */
  batchTokens?: number
}

/** An engine without a model: order, cancellation and failures are real, answers are given. It reads call after call. */
export function fakeEngine(options: FakeEngineOptions = {}): Engine {
  const { onText, onLoad, answer = fakeLogits, batchTokens = null } = options
  let queue: Promise<unknown> = Promise.resolve()

  async function classifyNow(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]> {
    const answers: TextLogits[] = []
    for (const text of texts) {
      await nextMacrotask()
      signal.throwIfAborted()
      await onText?.(text)
      answers.push(answer(text))
    }
    return answers
  }

  return {
    async load(input) {
      await onLoad?.(input)
      return { batchTokens }
    },
    classify(texts, signal) {
      const answers = queue.then(() => classifyNow(texts, signal))
      queue = answers.catch(() => undefined)
      return answers
    },
  }
}
