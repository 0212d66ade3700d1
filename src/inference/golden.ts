import type { Calibration } from '../domain/calibration.ts'
import { decide, type TextLogits } from '../domain/decide.ts'
import { LABELS } from '../domain/labels.ts'
import { asArray, asNumber, asRecord, asString } from '../lib/json.ts'

/** Texts with the logits that one weight file must reproduce, computed when the model was made. */
export interface GoldenSet {
  /** Largest difference of a probability that counts as agreement. */
  tolerance: number
  texts: { text: string; logits: Float32Array }[]
}

/** How a backend did on this device against the reference outputs of its weight file. */
export interface Proof {
  /** Reference texts run, and of those the ones whose label equals the reference. */
  texts: number
  labelsEqual: number
  /** Largest difference of a probability from the reference, 0…1, and the one allowed. */
  maxDifference: number
  tolerance: number
}

/** Reads `golden.json` for one weight file. Throws `TypeError` when it holds no reference for it. */
export function parseGolden(json: unknown, weights: string): GoldenSet {
  const root = asRecord(json, 'golden')
  const items = asArray(root['texts'], 'golden.texts')
  if (items.length === 0) throw new TypeError('golden.texts must not be empty: it would prove anything')
  return {
    tolerance: asNumber(
      asRecord(root['tolerance'], 'golden.tolerance')['probability'],
      'tolerance.probability',
    ),
    texts: items.map((item) => {
      const entry = asRecord(item, 'golden text')
      const logits = asArray(
        asRecord(entry['logits'], 'golden logits')[weights],
        `golden logits of ${weights}`,
      )
      if (logits.length !== LABELS.length) throw new TypeError(`golden logits of ${weights} must be three`)
      return {
        text: asString(entry['text'], 'golden text'),
        logits: Float32Array.from(logits, (value) => asNumber(value, 'logit')),
      }
    }),
  }
}

/** Whether `golden.json` says what these weights answer. */
export function hasReferences(json: unknown, weights: string): boolean {
  const texts = asArray(asRecord(json, 'golden')['texts'], 'golden.texts')
  return texts.some((item) => weights in asRecord(asRecord(item, 'golden text')['logits'], 'golden logits'))
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
