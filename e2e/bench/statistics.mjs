/** Value at quantile `q` (0…1) of a list of numbers, by linear interpolation. NaN for an empty list. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b)
  const position = (sorted.length - 1) * q
  const below = sorted[Math.floor(position)] ?? NaN
  const above = sorted[Math.ceil(position)] ?? NaN
  return below + (above - below) * (position - Math.floor(position))
}

export const median = (values) => quantile(values, 0.5)

/** Median with the range it was seen in: machines are noisy, so a single number would say too much. */
export function spread(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), runs: values.length }
}
