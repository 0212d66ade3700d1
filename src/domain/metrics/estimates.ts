import { bootstrap, middle95, ROUNDS } from './bootstrap.ts'
import type { JudgedRow } from './judgedRow.ts'
import { MEASURES, measuresOf, type Measure, type Measured } from './measures.ts'

/**
 * A value with the 95 % interval that drawing the rows again gives. An absolute gap grows with noise, and samples are
 * noisier than the rows they are drawn from: the interval of a small calibration error may lie above its value.
 */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** Measures without a meaning for the rows are absent. */
export type Estimates = Readonly<Partial<Record<Measure, Estimate>>>

/** The measures of one group of rows, in the group itself and in each bootstrap sample of it. */
export interface Sampled {
  rows: number
  measured: Measured
  draws: Measured[]
}

/** Groups that are combined afterwards must share one `random`, or their draws would move together. */
export function sampleMeasures(rows: readonly JudgedRow[], random: () => number, rounds = ROUNDS): Sampled {
  const measures = measuresOf(rows)
  return { rows: rows.length, measured: measures(), draws: bootstrap(rows.length, measures, random, rounds) }
}

export function estimatesOf({ measured, draws }: Sampled): Estimates {
  const estimates: Partial<Record<Measure, Estimate>> = {}
  for (const name of MEASURES) {
    const estimate = toEstimate(
      measured[name],
      draws.map((draw) => draw[name]),
    )
    if (estimate !== null) estimates[name] = estimate
  }
  return estimates
}

/** The plain mean of a measure over groups, whatever their size, rows drawn within each; null when no group has it. */
export function meanOver(groups: readonly Sampled[], name: Measure): Estimate | null {
  const known = groups.filter(({ measured }) => measured[name] !== null)
  const rounds = Math.min(...known.map(({ draws }) => draws.length))
  if (known.length === 0) return null
  const mean = (pick: (group: Sampled) => Measured | undefined): number | null => {
    const values = known.map((group) => pick(group)?.[name] ?? null).filter((value) => value !== null)
    return values.length < known.length ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  }
  return toEstimate(
    mean(({ measured }) => measured),
    Array.from({ length: rounds }, (_, round) => mean(({ draws }) => draws[round])),
  )
}

function toEstimate(value: number | null, draws: readonly (number | null)[]): Estimate | null {
  const interval = middle95(draws.filter((draw) => draw !== null))
  return value === null || interval === null ? null : { value, ...interval }
}
