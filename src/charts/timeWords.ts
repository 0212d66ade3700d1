import type { Timeline, TimeUnit } from '../domain/timeline.ts'

/** Names of days; `en-GB` for "2 Mar 2026". The days are calendar days, so the reader's time zone must not shift them. */
function formatter(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
  return (day) => format.format(new Date(day))
}

const fullDay = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const dayOfMonth = formatter({ day: 'numeric', month: 'short' })
const month = formatter({ month: 'short' })
const fullMonth = formatter({ month: 'long', year: 'numeric' })
const monthAndYear = formatter({ month: 'short', year: 'numeric' })
const year = formatter({ year: 'numeric' })

/** `week`, `2 weeks`. */
function stretchWords({ unit, span }: Timeline): string {
  return span === 1 ? unit : `${span} ${unit}s`
}

/** Heads the column of `startWords`: `Month`, `Week from`, `2 weeks from`. */
export function stretchHeading(timeline: Timeline): string {
  const words = stretchWords(timeline)
  const from = timeline.span > 1 || timeline.unit === 'week' ? ' from' : ''
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${from}`
}

/** A point's first day, as precise as its unit: `2 Mar 2026`, `March 2026`, `2026`. */
export function startWords(start: string, unit: TimeUnit): string {
  if (unit === 'year') return year(start)
  return unit === 'month' ? fullMonth(start) : fullDay(start)
}

export interface Tick {
  position: number
  words: string
}

/**
 * Marks of the time axis. Where days or weeks cross several months, the first point of each month; the year stands
 * beside a month only where the points cross a year.
 */
export function ticks({ unit, points }: Timeline): Tick[] {
  if (unit === 'year') return points.map(({ position, start }) => ({ position, words: year(start) }))
  const crossesYear = new Set(points.map(({ start }) => start.slice(0, 4))).size > 1
  const nameMonth = crossesYear ? monthAndYear : month
  const months = points.filter(
    ({ start }, index) => points[index - 1]?.start.slice(0, 7) !== start.slice(0, 7),
  )
  if (unit === 'month' || months.length > 2)
    return months.map(({ position, start }) => ({ position, words: nameMonth(start) }))
  return points.map(({ position, start }) => ({ position, words: dayOfMonth(start) }))
}
