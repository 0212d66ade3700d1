import { wilsonInterval, type Interval } from '../domain/interval.ts'
import { perLabel, type PerLabel } from '../domain/labels.ts'
import { classifiedRows } from '../domain/summary.ts'
import type { TimePoint } from '../domain/timeline.ts'

/** A share of the rows of one point in time, 0…1, and its 95 % interval. */
export interface Estimate extends Interval {
  share: number
}

/** What is drawn at one position; `estimates` is null where time without rows interrupts the lines. */
export interface Drawn {
  position: number
  estimates: PerLabel<Estimate> | null
}

export function estimates({ byLabel }: TimePoint): PerLabel<Estimate> {
  const total = classifiedRows(byLabel)
  return perLabel((label) => {
    const { rows } = byLabel[label]
    return { share: total === 0 ? 0 : rows / total, ...wilsonInterval(rows, total) }
  })
}

/** Lines must not claim to know what happened while there were no rows: one empty position breaks them. */
export function series(points: readonly TimePoint[]): Drawn[] {
  return points.flatMap((point, index): Drawn[] => {
    const before = points[index - 1]
    const drawn = { position: point.position, estimates: estimates(point) }
    if (before === undefined || point.position - before.position === 1) return [drawn]
    return [{ position: before.position + 1, estimates: null }, drawn]
  })
}

/** Positions without a neighbour, which a line cannot show. */
export function lonePositions(drawn: readonly Drawn[]): ReadonlySet<number> {
  const known = new Set(drawn.flatMap(({ position, estimates }) => (estimates === null ? [] : [position])))
  return new Set([...known].filter((position) => !known.has(position - 1) && !known.has(position + 1)))
}
