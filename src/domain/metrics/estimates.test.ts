import { describe, expect, it } from 'vitest'
import type { Label } from '../labels.ts'
import { estimatesOf, meanOver, sampleMeasures } from './estimates.ts'
import type { JudgedRow } from './judgedRow.ts'
import { seededRandom } from './seededRandom.ts'

function rows(right: number, wrong: number, label: Label = 'positive'): JudgedRow[] {
  const row = (answer: Label, sure: boolean): JudgedRow => ({
    label,
    twoClasses: true,
    answer,
    probabilities: { negative: 0.2, neutral: 0, positive: 0.8 },
    sure,
  })
  const other: Label = label === 'positive' ? 'negative' : 'positive'
  return [
    ...Array.from({ length: right }, () => row(label, true)),
    ...Array.from({ length: wrong }, () => row(other, false)),
  ]
}

describe('estimatesOf', () => {
  const estimates = estimatesOf(sampleMeasures(rows(80, 20), seededRandom(1)))

  it('gives each measure with an interval around it', () => {
    const { value, low, high } = estimates.accuracy!
    expect(value).toBe(0.8)
    expect(low).toBeGreaterThan(0.68)
    expect(low).toBeLessThan(0.76)
    expect(high).toBeGreaterThan(0.84)
    expect(high).toBeLessThan(0.92)
  })

  it('says how many rows the model was sure of and how good it was there', () => {
    expect(estimates.coverage?.value).toBe(0.8)
    expect(estimates.accuracyWhenSure).toEqual({ value: 1, low: 1, high: 1 })
  })

  it('leaves measures out that have no meaning for the rows', () => {
    expect(estimates).not.toHaveProperty('auc')
    expect(estimates).not.toHaveProperty('aucOneVsRest')
    expect(estimates).not.toHaveProperty('recallNegative')
  })
})

describe('meanOver', () => {
  const random = seededRandom(2)
  const small = sampleMeasures(rows(5, 5), random)
  const large = sampleMeasures(rows(900, 100), random)

  it('weighs groups alike, whatever their size', () => {
    const mean = meanOver([small, large], 'accuracy')!
    expect(mean.value).toBeCloseTo(0.7)
    // The small group moves by ± 0.3, half of which reaches the mean.
    expect(mean.high - mean.low).toBeGreaterThan(0.2)
    expect(mean.high - mean.low).toBeLessThan(0.4)
  })

  it('is over the groups that have the measure', () => {
    const negative = sampleMeasures(rows(3, 1, 'negative'), random)
    expect(meanOver([small, negative], 'recallNegative')?.value).toBe(0.75)
    expect(meanOver([small], 'recallNegative')).toBeNull()
    expect(meanOver([], 'accuracy')).toBeNull()
  })
})
