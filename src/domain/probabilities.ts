import type { Calibration } from './calibration.ts'

/** Negative, neutral, positive. */
export type Triple = readonly [number, number, number]

/** Calibrated probabilities of three logits; they sum to 1. */
export function probabilitiesOf(logits: Triple, { temperature, bias }: Calibration): Triple {
  return softmax([
    logits[0] / temperature + bias[0],
    logits[1] / temperature + bias[1],
    logits[2] / temperature + bias[2],
  ])
}

function softmax(values: Triple): Triple {
  const top = Math.max(...values)
  const [a, b, c] = [Math.exp(values[0] - top), Math.exp(values[1] - top), Math.exp(values[2] - top)]
  const sum = a + b + c
  return [a / sum, b / sum, c / sum]
}
