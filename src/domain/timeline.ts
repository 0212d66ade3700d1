import { perLabel, type PerLabel } from './labels.ts'
import { classifiedRows, type Breakdown, type Group, type LabelCount } from './summary.ts'

export type TimeUnit = Exclude<Breakdown['by'], 'value'>

/** A stretch of time with at least one classified row. */
export interface TimePoint {
  /** Its first day: `2026-03-02`. */
  start: string
  /** Neighbouring stretches differ by 1; a larger difference is time without rows. */
  position: number
  byLabel: PerLabel<LabelCount>
}

/** A breakdown by date as points in time, ascending. */
export interface Timeline {
  unit: TimeUnit
  /** Each point is this many units long. */
  span: number
  /** At least two. */
  points: TimePoint[]
  /** Classified rows that have no date. */
  undated: number
}

/** How many units may stand together in one point, finest first. */
const SPANS: Readonly<Record<TimeUnit, readonly number[]>> = {
  day: [1, 7, 28],
  week: [1, 2, 4],
  month: [1, 3],
  year: [1],
}

/** Half of the points should count this many rows, or their intervals are too wide to tell anything. */
const ENOUGH_ROWS = 20
/** Units are not put together to fewer points than this. */
const FEWEST_POINTS = 4

/** Null for a breakdown by value and for less than two points. Small files get longer stretches. */
export function timeline({ by, groups }: Breakdown): Timeline | null {
  if (by === 'value') return null
  const dated = groups.filter(({ value }) => value !== '')
  const undated = groups
    .filter(({ value }) => value === '')
    .reduce((sum, { byLabel }) => sum + classifiedRows(byLabel), 0)
  const finest = join(dated, by, 1)
  if (finest.length < 2) return null
  const all = SPANS[by].map((span) => ({ span, points: join(dated, by, span) }))
  const fit = all.filter(({ span, points }) => span === 1 || points.length >= FEWEST_POINTS)
  const chosen = fit.find(({ points }) => medianRows(points) >= ENOUGH_ROWS) ?? fit.at(-1)
  return { unit: by, undated, ...(chosen ?? { span: 1, points: finest }) }
}

/** Puts `span` units each together, counted from the first. */
function join(groups: readonly Group[], unit: TimeUnit, span: number): TimePoint[] {
  const points = new Map<number, TimePoint>()
  const first = unitOf(groups[0]?.value ?? '', unit)
  for (const { value, byLabel } of groups) {
    const position = Math.floor((unitOf(value, unit) - first) / span)
    const before = points.get(position)?.byLabel
    const start = startOf(first + position * span, unit)
    points.set(position, { start, position, byLabel: before ? sum(before, byLabel) : byLabel })
  }
  return [...points.values()]
}

function sum(a: PerLabel<LabelCount>, b: PerLabel<LabelCount>): PerLabel<LabelCount> {
  return perLabel((label) => ({
    rows: a[label].rows + b[label].rows,
    notSure: a[label].notSure + b[label].notSure,
  }))
}

function medianRows(points: readonly TimePoint[]): number {
  const rows = points.map(({ byLabel }) => classifiedRows(byLabel)).sort((a, b) => a - b)
  return rows[Math.floor(rows.length / 2)] ?? 0
}

const MS_PER_DAY = 86_400_000
/** From the Monday of the week that 1970-01-01, a Thursday, lies in. */
const DAYS_TO_MONDAY = 3

/** Units since 1970 of a group's name: `2026-03-02`, `2026-03` or `2026`. */
function unitOf(value: string, unit: TimeUnit): number {
  const [year = 1970, month = 1, day = 1] = value.split('-').map(Number)
  const days = Date.UTC(year, month - 1, day) / MS_PER_DAY
  return { day: days, week: Math.floor((days + DAYS_TO_MONDAY) / 7), month: year * 12 + month - 1, year }[
    unit
  ]
}

/** First day of a unit. */
function startOf(index: number, unit: TimeUnit): string {
  const time = {
    day: index * MS_PER_DAY,
    week: (index * 7 - DAYS_TO_MONDAY) * MS_PER_DAY,
    month: Date.UTC(Math.floor(index / 12), index % 12),
    year: Date.UTC(index, 0),
  }[unit]
  return new Date(time).toISOString().slice(0, 10)
}
