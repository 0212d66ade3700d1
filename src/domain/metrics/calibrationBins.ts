import { ascending, weightOf, type Weighted } from './weighted.ts'

/** Rows of about one confidence: how sure they were, and how many of them were right. */
export interface Bin {
  /** Sum of the weights. */
  rows: number
  /** Mean, 0…1. */
  confidence: number
  accuracy: number
}

const BINS = 15

/**
 * Rows in up to `count` bins of equal mass, from the least sure to the surest. Bins of equal width would put nearly
 * all rows of a good model into the last one (Nguyen & O'Connor 2015). Rows of one bin are never split by their
 * weight, so bins may differ by one row; empty ones are left out.
 */
export function calibrationBins(
  confidences: ArrayLike<number>,
  right: readonly boolean[],
  count = BINS,
): Weighted<Bin[]> {
  const order = ascending(confidences)
  return (weights) => {
    let total = 0
    for (const row of order) total += weightOf(weights, row)
    const sums = Array.from({ length: count }, () => ({ rows: 0, confidence: 0, right: 0 }))
    let mass = 0
    for (const row of order) {
      const weight = weightOf(weights, row)
      mass += weight
      // A bin ends with the row that fills it; the hair keeps rounding from moving that row on.
      const bin = sums[Math.min(count - 1, Math.max(0, Math.trunc((mass / total) * count - 1e-9)))]
      if (bin === undefined || weight === 0) continue
      bin.rows += weight
      bin.confidence += weight * (confidences[row] ?? 0)
      if (right[row] === true) bin.right += weight
    }
    return sums
      .filter(({ rows }) => rows > 0)
      .map((bin) => ({
        rows: bin.rows,
        confidence: bin.confidence / bin.rows,
        accuracy: bin.right / bin.rows,
      }))
  }
}

/**
 * Expected calibration error (Naeini et al. 2015; Guo et al. 2017): how far confidence and accuracy of a bin are apart,
 * averaged over rows. 0 is perfect, 1 the worst; null without rows.
 */
export function expectedCalibrationError(bins: readonly Bin[]): number | null {
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0)
  const gaps = bins.reduce((sum, bin) => sum + bin.rows * Math.abs(bin.confidence - bin.accuracy), 0)
  return rows === 0 ? null : gaps / rows
}
