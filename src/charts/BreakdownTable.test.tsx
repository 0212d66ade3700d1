import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Group } from '../domain/summary.ts'
import { BreakdownTable } from './BreakdownTable.tsx'

function group(value: string, negative: number, neutral: number, positive: number): Group {
  const count = (rows: number) => ({ rows, notSure: Math.floor(rows / 10) })
  return {
    value,
    byLabel: { negative: count(negative), neutral: count(neutral), positive: count(positive) },
  }
}

const GROUPS = [group('3.1.0', 30, 20, 50), group('3.2.0', 61, 7, 32), group('', 0, 1, 0)]

it('is a table of counts and shares', () => {
  render(<BreakdownTable column="Version" groups={GROUPS} />)
  const table = screen.getByRole('table', { name: 'Sentiment by Version' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((each) => each.textContent),
  ).toEqual(['Version', 'Negative', 'Neutral', 'Positive', 'Net sentiment, points'])
  const [, first, second, third] = within(table).getAllByRole('row')
  const words = (row: HTMLElement) => [
    within(row).getByRole('rowheader').textContent,
    ...within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ]
  expect(words(first!)).toEqual([
    '3.1.0100 rows',
    '30 rows, 30 %, 3 not sure',
    '20 rows, 20 %, 2 not sure',
    '50 rows, 50 %, 5 not sure',
    '+20',
  ])
  expect(words(second!).at(-1)).toBe('−29')
  expect(words(third!)).toEqual([
    '(empty)1 row',
    '0 rows, 0 %, 0 not sure',
    '1 row, 100 %, 0 not sure',
    '0 rows, 0 %, 0 not sure',
    '0',
  ])
})

it('has no buttons where nothing can be chosen', () => {
  render(<BreakdownTable column="Version" groups={GROUPS} />)
  expect(screen.queryByRole('button')).toBeNull()
})

it('filters by a group, and by none when it is pressed again', async () => {
  const onSelect = vi.fn()
  render(<BreakdownTable column="Version" groups={GROUPS} onSelect={onSelect} selected="3.2.0" />)
  await userEvent.click(screen.getByRole('button', { name: '(empty)', pressed: false }))
  await userEvent.click(screen.getByRole('button', { name: '3.2.0', pressed: true }))
  expect(onSelect.mock.calls).toEqual([[''], [null]])
})

it('draws twelve groups, says that there are more, and draws them when asked', async () => {
  const many = Array.from({ length: 41 }, (_, index) => group(`v${index}`, 1, 1, 1))
  render(<BreakdownTable column="Version" groups={many} />)
  expect(screen.getAllByRole('rowheader')).toHaveLength(12)
  screen.getByText(/^The first 12 of 41 groups/)
  await userEvent.click(screen.getByRole('button', { name: 'Show 41' }))
  expect(screen.getAllByRole('rowheader')).toHaveLength(41)
  screen.getByText(/^All 41 groups/)
  await userEvent.click(screen.getByRole('button', { name: 'Show 12' }))
  expect(screen.getAllByRole('rowheader')).toHaveLength(12)
})

it('draws two hundred groups at most', async () => {
  const many = Array.from({ length: 1234 }, (_, index) => group(`v${index}`, 1, 1, 1))
  render(<BreakdownTable column="Version" groups={many} />)
  await userEvent.click(screen.getByRole('button', { name: 'Show 200' }))
  expect(screen.getAllByRole('rowheader')).toHaveLength(200)
  screen.getByText(/^The first 200 of 1,234 groups/)
})

it('draws the latest groups first where they have an order', () => {
  const many = Array.from({ length: 14 }, (_, index) => group(`1.${index}.0`, 1, 1, 1))
  render(<BreakdownTable column="Version" groups={many} ordered />)
  expect(screen.getAllByRole('rowheader').map((each) => each.textContent)).toEqual(
    many.slice(2).map(({ value }) => `${value}3 rows`),
  )
  screen.getByText(/^The last 12 of 14 groups/)
})

it('keeps the group in sight that is filtered by', async () => {
  const many = Array.from({ length: 14 }, (_, index) => group(`v${index}`, 1, 1, 1))
  const onSelect = vi.fn()
  render(<BreakdownTable column="App" groups={many} onSelect={onSelect} selected="v13" />)
  expect(screen.getAllByRole('rowheader')).toHaveLength(13)
  screen.getByText(/^The first 12 of 14 groups/)
  await userEvent.click(screen.getByRole('button', { name: 'v13', pressed: true }))
  expect(onSelect).toHaveBeenCalledWith(null)
})
