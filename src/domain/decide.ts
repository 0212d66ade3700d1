import type { Calibration } from './calibration.ts'
import type { Flag } from './flags.ts'
import { LABELS, perLabel, type Label, type PerLabel } from './labels.ts'

/**
 * What the model says of one text, read in one or more windows. This is what is stored; labels are derived from it,
 * so a new threshold or temperature never runs the model again.
 */
export interface TextLogits {
  /** Three per window: negative, neutral, positive, negative, … */
  logits: Float32Array
  /** Word pieces of each window, special ones left out: the window's weight. */
  pieces: Uint32Array
}

/** One text's answer. `confidence` is the probability of `label`; probabilities sum to 1. */
export interface Decision {
  label: Label
  confidence: number
  probabilities: PerLabel<number>
  flags: Flag[]
}

/**
 * The one rule from logits to label. Windows are averaged, each weighted by its pieces, before calibration, so that
 * a text gets the same answer wherever and in whatever company it was read.
 * Throws `RangeError` when there is no window or a logit is not a finite number: a broken backend must not pass.
 */
export function decide(text: TextLogits, calibration: Calibration): Decision {
  const [negative, neutral, positive] = softmax(scaled(averageWindows(text), calibration))
  const probabilities = perLabel((_, index) => [negative, neutral, positive][index] ?? 0)
  const label = likeliest(probabilities)
  const confidence = probabilities[label]
  const flags: Flag[] = []
  if (confidence < calibration.notSureBelow || couldFlip(probabilities, label, calibration.tolerance)) {
    flags.push('not_sure')
  }
  if (text.pieces.length > 1) flags.push('long')
  return { label, confidence, probabilities, flags }
}

type Triple = readonly [number, number, number]

function averageWindows({ logits, pieces }: TextLogits): Triple {
  if (pieces.length === 0 || logits.length !== pieces.length * 3) {
    throw new RangeError(`decide: ${logits.length} logits for ${pieces.length} windows`)
  }
  const sums: [number, number, number] = [0, 0, 0]
  let weights = 0
  for (const [window, count] of pieces.entries()) {
    // A text of no known piece still has one window; it must not weigh nothing.
    const weight = Math.max(1, count)
    weights += weight
    sums[0] += weight * (logits[window * 3] ?? NaN)
    sums[1] += weight * (logits[window * 3 + 1] ?? NaN)
    sums[2] += weight * (logits[window * 3 + 2] ?? NaN)
  }
  if (!sums.every(Number.isFinite)) throw new RangeError('decide: a logit is not a finite number')
  return [sums[0] / weights, sums[1] / weights, sums[2] / weights]
}

function scaled(logits: Triple, { temperature, bias }: Calibration): Triple {
  return [
    logits[0] / temperature + bias[0],
    logits[1] / temperature + bias[1],
    logits[2] / temperature + bias[2],
  ]
}

function softmax(values: Triple): Triple {
  const top = Math.max(...values)
  const [a, b, c] = [Math.exp(values[0] - top), Math.exp(values[1] - top), Math.exp(values[2] - top)]
  const sum = a + b + c
  return [a / sum, b / sum, c / sum]
}

/** Whether another backend, right within the tolerance, could find another label likelier. */
function couldFlip(probabilities: PerLabel<number>, label: Label, tolerance: number): boolean {
  return LABELS.some(
    (other) => other !== label && probabilities[label] - probabilities[other] <= 2 * tolerance,
  )
}

/** Ties go to the earlier label, so that the answer never depends on the machine. */
function likeliest(probabilities: PerLabel<number>): Label {
  return LABELS.reduce((best, label) => (probabilities[label] > probabilities[best] ? label : best))
}
