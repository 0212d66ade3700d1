import type { Breakdown } from '../../../domain/summary.ts'
import type { Timeline } from '../../../domain/timeline.ts'
import { plural } from '../../../lib/format.ts'

/** What a point in time is, how dates were read, and what is left out for want of one. */
export function overTimeNote({ unit, span, undated }: Timeline, dateFormat: string | null): string {
  const stretch = span === 1 ? `a ${unit}` : `${span} ${unit}s`
  const sentences = [
    `Each point is ${stretch} of rows; the band is its 95 % interval, wide where rows are few.`,
  ]
  if (dateFormat !== null) sentences.push(`Dates read as ${dateFormat}.`)
  if (undated > 0)
    sentences.push(`${plural(undated, 'row')} without a date ${undated === 1 ? 'is' : 'are'} left out.`)
  return sentences.join(' ')
}

/** How dates were read and grouped; null for plain values. */
export function breakdownNote({ by, dateFormat }: Breakdown): string | null {
  if (by === 'value' || dateFormat === null) return null
  return `By ${by}. Dates read as ${dateFormat}.`
}
