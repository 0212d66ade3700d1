/** Value at quantile `q` (0…1) of a list of numbers, by linear interpolation. NaN for an empty list. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * q
  const below = sorted[Math.floor(position)] ?? NaN
  const above = sorted[Math.ceil(position)] ?? NaN
  return below + (above - below) * (position - Math.floor(position))
}

export const median = (values) => quantile(values, 0.5)

/**
 * Median with an order-statistic interval for it: the narrowest pair of ranks, equally far from both ends, that holds
 * the true median with a probability of at least 0.95 whatever the distribution. `coverage` is that probability:
 * 0.961 for 9 runs (2nd to 8th); below six runs all of them are too few, and it says how sure the whole range is.
 */
export function interval(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const runs = sorted.length
  let rank = 0
  while (rank + 1 < runs / 2 && coverageOf(runs, rank + 1) >= 0.95) rank += 1
  return {
    median: median(sorted),
    low: sorted[rank] ?? NaN,
    high: sorted[runs - 1 - rank] ?? NaN,
    coverage: coverageOf(runs, rank),
    runs,
  }
}

/** Probability that the median lies between the values of rank `rank` (from 0) from below and from above. */
function coverageOf(runs, rank) {
  let tail = 0
  let choose = 1
  for (let k = 0; k <= rank; k += 1) {
    tail += choose / 2 ** runs
    choose = (choose * (runs - k)) / (k + 1)
  }
  return 1 - 2 * tail
}
