import type { LoadInput } from '../protocol.ts'
import type { Reader } from './engine.ts'
import { letMessagesInEvery } from './letMessagesIn.ts'
import type { Session } from './session.ts'
import { joinWindows, textWindows } from './textWindows.ts'

/** A window of 256 pieces takes about 40 ms, so a cancel is heard within 60. */
const MESSAGES_EVERY_MS = 16

/**
 * One run a window: weights quantized with the batch's scale would make a text's logits depend on its neighbours.
 * The texts of a call are split into pieces before the first run, while the tokenizer's data is in the cache.
 */
export function readOneByOne(session: Session, { window }: LoadInput): Reader {
  const letMessagesIn = letMessagesInEvery(MESSAGES_EVERY_MS)
  return {
    report: { batchTokens: null },
    async read(texts, signal) {
      const split: number[][][] = []
      for (const text of texts) {
        await letMessagesIn(signal)
        split.push(textWindows(text, session, window))
      }
      const answers = []
      for (const windows of split) {
        const rows: Float32Array[] = []
        for (const pieces of windows) {
          await letMessagesIn(signal)
          rows.push(...(await session.run([pieces])))
        }
        answers.push(joinWindows(windows, rows))
      }
      return answers
    },
  }
}
