import type { TextLogits } from '../../domain/decide.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import type { LoadInput, LoadReport } from '../protocol.ts'
import { labelLogits } from './labelLogits.ts'
import type { Session } from './session.ts'
import { splitWindows } from './windows.ts'

/** What an inference worker does, without the wall. */
export interface Engine {
  /** Starts the model once; a failed start can be tried again. */
  load(input: LoadInput): Promise<LoadReport>
  /**
   * Reads every text whole, window by window, one run each: a batch would share one quantization scale and a text's
   * scores would depend on its neighbours. Throws when the model is not loaded.
   */
  classify(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]>
}

interface Loaded {
  session: Session
  input: LoadInput
}

export function createEngine(startSession: (input: LoadInput) => Promise<Session>): Engine {
  let loading: Promise<Loaded> | null = null
  let queue: Promise<unknown> = Promise.resolve()

  async function classifyNow(texts: readonly string[], signal: AbortSignal): Promise<TextLogits[]> {
    if (loading === null) throw new Error('classify before load')
    const { session, input } = await loading
    const answers: TextLogits[] = []
    for (const text of texts) answers.push(await readText(text, session, input, signal))
    return answers
  }

  return {
    async load(input) {
      loading ??= startSession(input).then((session) => ({ session, input }))
      try {
        await loading
        return { batchTokens: null }
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

async function readText(text: string, session: Session, input: LoadInput, signal: AbortSignal) {
  const { window, outputs } = input
  const pieces = session.tokenize(text)
  const windows = splitWindows(pieces.length, window)
  const logits = new Float32Array(windows.length * 3)
  for (const [index, [start, end]] of windows.entries()) {
    // A run cannot be interrupted: between runs is where cancels and pings get in.
    await nextMacrotask()
    signal.throwIfAborted()
    logits.set(labelLogits(await session.run(pieces.slice(start, end)), outputs), index * 3)
  }
  return { logits, pieces: Uint32Array.from(windows, ([start, end]) => end - start) }
}
