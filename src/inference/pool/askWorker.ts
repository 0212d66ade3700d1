import type { TextLogits } from '../../domain/decide.ts'
import type { InferenceWorker } from './inferenceWorker.ts'

/** Asks one worker, past the queue: for its proof, whatever waits. */
export type AskWorker = (texts: readonly string[]) => Promise<TextLogits[]>

export function askWorker({ remote }: InferenceWorker): AskWorker {
  return (texts) => remote.call('classify', { texts })
}
