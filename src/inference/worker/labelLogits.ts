import { LABELS, type Label } from '../../domain/labels.ts'

/** The logit of a label that no output counts towards: finite, and far enough down for a probability of 0. */
const NEVER = -1e4

/**
 * One logit per label (negative, neutral, positive) from one per output of the model. `outputs` says which label each
 * output counts towards. Several outputs of one label become the logarithm of their summed exponentials, so that the
 * softmax of the three is the sum of the outputs' probabilities. Three outputs in our order are handed on as they are.
 */
export function labelLogits(row: Float32Array, outputs: readonly Label[]): Float32Array {
  if (outputs.length === LABELS.length && outputs.every((label, index) => label === LABELS[index])) return row
  return Float32Array.from(LABELS, (label) => {
    const counted = row.filter((_, index) => outputs[index] === label)
    return counted.length === 0 ? NEVER : logSumExp(counted)
  })
}

/** A value that is not a finite number makes the result none either: a broken backend must not pass. */
function logSumExp(values: Float32Array): number {
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0))
}
