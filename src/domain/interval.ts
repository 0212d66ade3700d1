/** A range of shares, 0…1. */
export interface Interval {
  low: number
  high: number
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054

/**
 * The 95 % interval of a share of `hits` among `total` (Wilson 1927). Unlike the usual "± 1.96 standard errors" it
 * stays within 0…1 and stays honest for a handful of rows. Nothing counted is anything between 0 and 1.
 */
export function wilsonInterval(hits: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 }
  const share = hits / total
  const weight = Z ** 2 / total
  const centre = (share + weight / 2) / (1 + weight)
  const half = Math.sqrt(weight * share * (1 - share) + weight ** 2 / 4) / (1 + weight)
  // Rounding must not carry it past what it always contains.
  return {
    low: Math.min(share, Math.max(0, centre - half)),
    high: Math.max(share, Math.min(1, centre + half)),
  }
}

/** Whether two intervals share no point. */
export function apart(a: Interval, b: Interval): boolean {
  return a.high < b.low || b.high < a.low
}
