import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { PerLabel } from '../domain/labels.ts'
import type { LabelCount } from '../domain/summary.ts'
import type { Timeline } from '../domain/timeline.ts'
import { OverTime } from './OverTime.tsx'

function counts(negative: number, neutral: number, positive: number): PerLabel<LabelCount> {
  return {
    negative: { rows: negative, notSure: 0 },
    neutral: { rows: neutral, notSure: 0 },
    positive: { rows: positive, notSure: 0 },
  }
}

const WEEKS: Timeline = {
  unit: 'week',
  span: 1,
  undated: 0,
  points: [
    { start: '2026-03-02', position: 0, byLabel: counts(5, 0, 5) },
    { start: '2026-03-09', position: 1, byLabel: counts(34, 12, 54) },
    { start: '2026-03-30', position: 4, byLabel: counts(1, 1, 0) },
  ],
}

function show() {
  render(<OverTime timeline={WEEKS} aside="so far, in file order" note="Each point is a week." />)
  return screen.getByRole('figure', { name: 'Sentiment over time' })
}

it('is a named figure that says how far it is and what a point is', () => {
  const figure = show()
  within(figure).getByText('so far, in file order')
  within(figure).getByText('Each point is a week.')
})

it('holds the numbers of its lines, with their intervals, in a table that can be unfolded', async () => {
  const figure = show()
  await userEvent.click(within(figure).getByText('Show as a table'))
  const table = within(figure).getByRole('table')
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual([
    'Week fromRows▼ Negative● Neutral▲ Positive',
    '2 Mar 20261050 % (23–77)0 % (0–28)50 % (23–77)',
    '9 Mar 202610034 % (25–44)12 % (6–20)54 % (44–64)',
    '30 Mar 2026250 % (9–91)50 % (9–91)0 % (0–66)',
  ])
})

it('lets the keyboard reach the table it scrolls', () => {
  const region = within(show()).getByRole('region', { name: 'Sentiment over time, table', hidden: true })
  expect(region.tabIndex).toBe(0)
})

it('ends each line with its glyph and share, one below the other', () => {
  show()
  const ends = ['▼ 50 %', '● 50 %', '▲ 0 %'].map((words) => screen.getByText(words))
  const [negative, neutral, positive] = ends.map((end) => Number(end.getAttribute('y')))
  expect(neutral! - negative!).toBeGreaterThanOrEqual(18)
  expect(positive! - neutral!).toBeGreaterThanOrEqual(18)
})

it('draws a line and a band for each sentiment, broken where time has no rows', () => {
  const figure = show()
  const lines = figure.querySelectorAll('.recharts-line-curve')
  expect(lines).toHaveLength(3)
  expect(figure.querySelectorAll('.recharts-area-area')).toHaveLength(3)
  for (const line of lines) expect(line.getAttribute('d')?.match(/M/g)).toHaveLength(2)
})

it('marks a point that no line reaches with the glyphs of its sentiments', () => {
  show()
  const glyphs = ['▼', '●', '▲'].flatMap((glyph) => screen.getAllByText(glyph, { selector: 'svg text' }))
  expect(glyphs.map((glyph) => glyph.textContent)).toEqual(['▼', '●', '▲'])
})
