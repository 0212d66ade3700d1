import type { Estimate } from '../../src/domain/metrics/estimates.ts'

export const NONE = '–'

/** A share as percent, one digit. */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : (100 * value).toFixed(1)
}

/** A share as percent with its interval: `83.0 (82.2–83.8)`. */
export function percentWithin(estimate: Estimate | null | undefined): string {
  if (estimate === null || estimate === undefined) return NONE
  return `${percent(estimate.value)} (${percent(estimate.low)}–${percent(estimate.high)})`
}

/** Three digits, for errors of calibration. */
export function thousandths(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : value.toFixed(3)
}
