import type { Calibration } from '../../domain/calibration.ts'
import { decide, type TextLogits } from '../../domain/decide.ts'
import { LABELS } from '../../domain/labels.ts'
import type { GoldenSet } from '../package/goldenSet.ts'

/** How a backend did on this device against the reference outputs of its weight file. */
export interface Proof {
  /** Reference texts run, and of those the ones whose label equals the reference. */
  texts: number
  labelsEqual: number
  /** Largest difference of a probability from the reference, 0…1, and the one allowed. */
  maxDifference: number
  tolerance: number
}

/** Compares answers with the golden texts they belong to, as probabilities and labels. */
export function prove(
  answers: readonly TextLogits[],
  texts: GoldenSet['texts'],
  tolerance: number,
  calibration: Calibration,
): Proof {
  let labelsEqual = 0
  let maxDifference = 0
  for (const [index, golden] of texts.entries()) {
    const answer = answers[index]
    if (answer === undefined) throw new RangeError(`no answer for golden text ${index}`)
    // Garbage is the commonest way for a backend to be wrong; no difference is larger.
    if (!answer.logits.every(Number.isFinite)) {
      maxDifference = 1
      continue
    }
    const ours = decide(answer, calibration)
    const theirs = decide({ logits: golden.logits, pieces: Uint32Array.of(1) }, calibration)
    if (ours.label === theirs.label) labelsEqual += 1
    for (const label of LABELS) {
      maxDifference = Math.max(
        maxDifference,
        Math.abs(ours.probabilities[label] - theirs.probabilities[label]),
      )
    }
  }
  return { texts: texts.length, labelsEqual, maxDifference, tolerance }
}

export function agrees(proof: Proof): boolean {
  return proof.labelsEqual === proof.texts && proof.maxDifference <= proof.tolerance
}
