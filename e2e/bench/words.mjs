/** Milliseconds and factors as the table shows them. */
export const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`

/** A median with its interval: `152 (148–155)`. */
export function range({ median, low, high }, digits = 0, unit = '') {
  return `${median.toFixed(digits)}${unit} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** What the brackets mean, which depends on the number of runs. */
export function rangeWords({ coverage, runs }) {
  const sure = `${(coverage * 100).toFixed(0)} % interval of the median`
  return `median of ${runs} (${sure}, by order statistics)`
}

/** ` (bar: at least 0.95)` */
export const bar = (words) => ` [bar: ${words}]`
