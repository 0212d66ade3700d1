import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LABELS, type Label } from '../../domain/labels.ts'
import { labelLogits } from './labelLogits.ts'

const [NEGATIVE, NEUTRAL, POSITIVE] = LABELS

function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits)
  const weights = logits.map((logit) => Math.exp(logit - top))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

describe('labelLogits', () => {
  it.each<{ what: string; outputs: Label[]; row: number[]; logits: number[] }>([
    { what: 'our three', outputs: [NEGATIVE, NEUTRAL, POSITIVE], row: [1, 2, 3], logits: [1, 2, 3] },
    {
      what: 'three in another order',
      outputs: [POSITIVE, NEGATIVE, NEUTRAL],
      row: [1, 2, 3],
      logits: [2, 3, 1],
    },
    { what: 'two', outputs: [NEGATIVE, POSITIVE], row: [0.5, -0.5], logits: [0.5, -1e4, -0.5] },
    {
      what: 'five stars',
      outputs: [NEGATIVE, NEGATIVE, NEUTRAL, POSITIVE, POSITIVE],
      row: [0, 0, 1.5, Math.log(3), 0],
      logits: [Math.log(2), 1.5, Math.log(4)],
    },
    {
      what: 'large ones',
      outputs: [NEGATIVE, NEGATIVE, POSITIVE],
      row: [900, 900, 0],
      logits: [900 + Math.log(2), -1e4, 0],
    },
  ])('of $what outputs', ({ outputs, row, logits }) => {
    const answer = labelLogits(Float32Array.from(row), outputs)
    expect(answer).toHaveLength(3)
    for (const [index, logit] of logits.entries()) expect(answer[index]).toBeCloseTo(logit, 4)
  })

  const anyLogit = fc.float({ min: -30, max: 30, noNaN: true })
  const anyOutputs = fc.array(fc.tuple(fc.constantFrom(...LABELS), anyLogit), { minLength: 1, maxLength: 12 })

  it('gives each label the summed probability of its outputs', () => {
    fc.assert(
      fc.property(anyOutputs, (pairs) => {
        const outputs = pairs.map(([label]) => label)
        const row = pairs.map(([, logit]) => logit)
        const single = softmax(row)
        const grouped = softmax([...labelLogits(Float32Array.from(row), outputs)])
        for (const [index, label] of LABELS.entries()) {
          const summed = single.filter((_, output) => outputs[output] === label).reduce((a, b) => a + b, 0)
          expect(grouped[index]).toBeCloseTo(summed, 5)
        }
      }),
    )
  })

  it('hands our own three on bit for bit, whatever they are', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 3, maxLength: 3 }), (row) => {
        expect(labelLogits(row, LABELS)).toEqual(row)
      }),
    )
  })

  it.each([NaN, Infinity])('lets %d through, for the check behind it to see', (broken) => {
    const answer = labelLogits(Float32Array.of(broken, 0, 0, 1), [NEGATIVE, NEGATIVE, NEUTRAL, POSITIVE])
    expect(Number.isFinite(answer[0])).toBe(false)
  })
})
