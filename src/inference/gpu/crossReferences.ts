import type { Calibration } from '../../domain/calibration.ts'
import type { Backend } from '../proof/backend.ts'
import { PROBE_TEXTS } from './probeTexts.ts'
import type { References } from '../proof/proof.ts'

/** Largest difference of a probability between two backends that have only each other to be compared with. */
export const CROSS_TOLERANCE = 0.01

/** For a model without references of its own: what WebAssembly answers on varied texts, for another backend to match. */
export async function crossReferences(wasm: Backend, calibration: Calibration): Promise<References> {
  const answers = await wasm.classify(PROBE_TEXTS, { for: 'person' })
  const texts = PROBE_TEXTS.flatMap((text, index) => {
    const answer = answers[index]
    // A reference is what the model says of one window.
    return answer?.pieces.length === 1 ? [{ text, logits: answer.logits }] : []
  })
  return { golden: { tolerance: CROSS_TOLERANCE, texts }, calibration }
}
