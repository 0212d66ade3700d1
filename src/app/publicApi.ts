import type { Model } from '../inference/facade/model.ts'
import { classifyTexts, type Answer } from '../pipeline/classifyTexts.ts'
import type { TextFits } from '../pipeline/textFits.ts'

/** `window.undertone`: the same answers as on the page, for scripts and for people with a console. */
export interface UndertoneApi {
  /**
   * One answer per text, in order. A text with nothing to read has null for label, confidence and probabilities, no
   * window and the flag `no_text`. The flag `other_language` needs a part of the page that is fetched after the model: where
   * it could not be fetched, it is on no answer. Rejects with `TypeError` for anything but a list of strings, with an `AbortError` when
   * aborted, otherwise with an error that has a `code`.
   * They are read as the Text view reads its text, so a text has the same answer in both: on WebAssembly, before a
   * running batch, which waits meanwhile. A long list takes as long as that takes, also where a graphics card reads
   * batches; a file of it in the Batch view is read faster there.
   */
  classify(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<Answer[]>
}

declare global {
  interface Window {
    undertone: UndertoneApi
  }
}

export function publishApi(model: Model, fits: TextFits): void {
  window.undertone = {
    async classify(texts: unknown, options = {}) {
      return classifyTexts(strings(texts), model, { ...options, fits })
    },
  }
}

/** Callers are JavaScript: a single string would be read letter by letter. */
function strings(texts: unknown): string[] {
  if (!Array.isArray(texts)) throw new TypeError('undertone.classify: texts must be a list of strings')
  return texts.map((text: unknown) => {
    if (typeof text !== 'string') throw new TypeError('undertone.classify: texts must be a list of strings')
    return text
  })
}
