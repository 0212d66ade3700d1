import type { Interval } from '../interval.ts'
import type { Weighted } from './weighted.ts'

export const ROUNDS = 1000

/**
 * The figure in each of `rounds` samples of as many rows, drawn with replacement (Efron 1979). Rows drawn twice have
 * weight 2. `random` gives numbers in [0, 1).
 */
export function bootstrap<T>(rows: number, figure: Weighted<T>, random: () => number, rounds = ROUNDS): T[] {
  const weights = new Uint32Array(rows)
  return Array.from({ length: rounds }, () => {
    weights.fill(0)
    for (let draw = 0; draw < rows; draw++) {
      const row = Math.floor(random() * rows)
      weights[row] = (weights[row] ?? 0) + 1
    }
    return figure(weights)
  })
}

/** What lies between the 2.5th and the 97.5th percentile; null without values. */
export function middle95(values: readonly number[]): Interval | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/** Linear between neighbours (Hyndman & Fan 1996, type 7). `sorted` ascends and is not empty. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const [below = NaN, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2)
  return below + (place - Math.floor(place)) * (above - below)
}
