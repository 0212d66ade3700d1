import { describe, expect, it } from 'vitest'
import type { Timeline, TimeUnit } from '../domain/timeline.ts'
import { startWords, stretchHeading, ticks } from './timeWords.ts'

function made(unit: TimeUnit, starts: string[], span = 1): Timeline {
  const none = { rows: 0, notSure: 0 }
  const byLabel = { negative: none, neutral: none, positive: none }
  return { unit, span, undated: 0, points: starts.map((start, position) => ({ start, position, byLabel })) }
}

describe('stretchHeading', () => {
  it.each<[TimeUnit, number, string]>([
    ['day', 1, 'Day'],
    ['day', 7, '7 days from'],
    ['week', 1, 'Week from'],
    ['week', 2, '2 weeks from'],
    ['month', 1, 'Month'],
    ['month', 3, '3 months from'],
    ['year', 1, 'Year'],
  ])('of one %s times %i is %s', (unit, span, expected) => {
    expect(stretchHeading(made(unit, [], span))).toBe(expected)
  })
})

describe('startWords', () => {
  it.each<[TimeUnit, string]>([
    ['day', '1 Mar 2026'],
    ['week', '1 Mar 2026'],
    ['month', 'March 2026'],
    ['year', '2026'],
  ])('are as precise as a %s: %s', (unit, expected) => {
    expect(startWords('2026-03-01', unit)).toBe(expected)
  })
})

describe('ticks', () => {
  it.each<[string, Timeline, string[]]>([
    ['days of one month', made('day', ['2026-03-01', '2026-03-02']), ['1 Mar', '2 Mar']],
    ['days of two months', made('day', ['2026-03-31', '2026-04-01']), ['31 Mar', '1 Apr']],
    [
      'weeks of several months',
      made('week', ['2026-03-02', '2026-03-09', '2026-04-06', '2026-05-04']),
      ['Mar', 'Apr', 'May'],
    ],
    [
      'weeks across a year',
      made('week', ['2025-11-24', '2025-12-01', '2026-01-05', '2026-01-12']),
      ['Nov 2025', 'Dec 2025', 'Jan 2026'],
    ],
    ['months', made('month', ['2026-03-01', '2026-04-01']), ['Mar', 'Apr']],
    ['months across a year', made('month', ['2025-12-01', '2026-01-01']), ['Dec 2025', 'Jan 2026']],
    ['years', made('year', ['2025-01-01', '2026-01-01']), ['2025', '2026']],
  ])('of %s', (_, timeline, expected) => {
    expect(ticks(timeline).map(({ words }) => words)).toEqual(expected)
  })

  it('stand at the first point of each month', () => {
    const timeline = made('week', ['2026-03-02', '2026-03-09', '2026-04-06', '2026-05-04'])
    expect(ticks(timeline).map(({ position }) => position)).toEqual([0, 2, 3])
  })
})
