import type { TextLogits } from '../../domain/decide.ts'
import type { LoadInput, LoadReport } from '../protocol.ts'

/** What an inference worker does, without the wall. */
export interface Engine {
  /** Starts the model once; a failed start can be tried again. */
  load(input: LoadInput): Promise<LoadReport>
  /** Reads every text whole; answers in their order, one call after the other. Throws when no model is loaded. */
  classify(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]>
}

/** A started model and its way of reading: `readOneByOne` or `readInBatches`. */
export interface Reader {
  report: LoadReport
  read(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]>
}

export function createEngine(startReader: (input: LoadInput) => Promise<Reader>): Engine {
  let loading: Promise<Reader> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function classifyNow(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]> {
    if (loading === null) throw new Error('classify before load')
    return (await loading).read(texts, signal)
  }

  return {
    async load(input) {
      loading ??= startReader(input)
      try {
        return (await loading).report
      } catch (error) {
        loading = null
        throw error
      }
    },
    classify(texts, signal) {
      const answers = queue.then(() => classifyNow(texts, signal))
      queue = answers.catch(() => undefined)
      return answers
    },
  }
}
