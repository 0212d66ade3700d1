import type { TextLogits } from '../domain/decide.ts'
import { nextMacrotask } from '../lib/macrotask.ts'
import type { Engine } from '../inference/worker/engine.ts'

/** Logits that say which text they belong to, so that a test sees answers in the wrong order. */
export function fakeLogits(text: string): TextLogits {
  return { logits: Float32Array.of(text.length, text.charCodeAt(0) || 0, 0), pieces: Uint32Array.of(1) }
}

export interface FakeEngineOptions {
  /** Awaited before each text; a test throws, waits or counts here. */
  onText?: (text: string) => void | Promise<void>
  onLoad?: () => void | Promise<void>
}

/** An engine without a model: order, cancellation and failures are real, answers are `fakeLogits`. */
export function fakeEngine({ onText, onLoad }: FakeEngineOptions = {}): Engine {
  return {
    async load() {
      await onLoad?.()
    },
    async classify(texts, signal) {
      const answers: TextLogits[] = []
      for (const text of texts) {
        await nextMacrotask()
        signal.throwIfAborted()
        await onText?.(text)
        answers.push(fakeLogits(text))
      }
      return answers
    },
  }
}
