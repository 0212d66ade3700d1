import type { LoadInput } from '../protocol.ts'
import type { Reader } from './engine.ts'
import { letMessagesInEvery } from './letMessagesIn.ts'
import { packBatches } from './packBatches.ts'
import type { Session } from './session.ts'
import { joinWindows, textWindows } from './textWindows.ts'

/** Splitting a text into pieces takes well under a millisecond. */
const MESSAGES_EVERY_MS = 16

/**
 * Windows of all texts of a call are run in padded batches of at most `batchTokens`. Only for weights whose logits do
 * not depend on the batch: float32, or int8 that is turned into float32 when the session starts.
 */
export function readInBatches(session: Session, { window }: LoadInput, batchTokens: number): Reader {
  const betweenTexts = letMessagesInEvery(MESSAGES_EVERY_MS)
  const betweenRuns = letMessagesInEvery(0)
  return {
    report: { batchTokens },
    async read(texts, signal) {
      const split: number[][][] = []
      for (const text of texts) {
        await betweenTexts(signal)
        split.push(textWindows(text, session, window))
      }
      const windows = split.flat()
      const lengths = windows.map((pieces) => pieces.length + session.specialPieces)
      const rows: Float32Array[] = []
      for (const batch of packBatches(lengths, batchTokens)) {
        await betweenRuns(signal)
        const answers = await session.run(batch.map((index) => windows[index] ?? []))
        for (const [place, index] of batch.entries())
          rows[index] = answers[place] ?? new Float32Array(3).fill(NaN)
      }
      let next = 0
      return split.map((own) => joinWindows(own, rows.slice(next, (next += own.length))))
    },
  }
}
