import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { reviewRows } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, showBatch } from '../../testing/showBatch.tsx'

afterEach(endBatch)

const rowButton = (number: number) => screen.getByRole('button', { name: `Open row ${number}` })

/** The row numbered so is open and has the focus. */
async function opened(number: number) {
  const panel = await screen.findByRole('dialog', { name: `Row ${number}` })
  await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true))
  return within(panel)
}

/** Row 3 of three, opened by keyboard. */
async function openRow(rows = 3) {
  const batch = await classifiedBatch({ rows: reviewRows(rows) })
  rowButton(3).focus()
  await batch.user.keyboard('{Enter}')
  return { ...batch, panel: await opened(3) }
}

it('opens a row with Enter and shows it whole', async () => {
  const { panel } = await openRow()
  panel.getByText('90 % sure')
  expect(panel.getAllByRole('definition').map((each) => each.textContent)).toEqual([
    '90 %',
    '5 %',
    '5 %',
    '2026-03-03',
    '4',
    '3.1.0',
    'Title 1',
    'march.csv, line 3',
  ])
  panel.getByText('bad update')
})

it('opens a row with a click anywhere on it', async () => {
  const { user } = await classifiedBatch()
  await user.click(screen.getByText('so so'))
  const panel = await opened(4)
  panel.getByText('Not sure: the two likeliest labels are close. Worth reading yourself.')
})

it('closes a row with Escape and gives the focus back to it', async () => {
  const { user } = await openRow()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(rowButton(3)))
})

it('walks to the next and the previous row', async () => {
  const { user, panel } = await openRow()
  await user.click(panel.getByRole('button', { name: 'Next row' }))
  const last = await opened(4)
  await user.click(last.getByRole('button', { name: 'Previous row' }))
  await opened(3)
})

it('gives the focus back to the row it walked to', async () => {
  const { user, panel } = await openRow()
  await user.click(panel.getByRole('button', { name: 'Next row' }))
  await opened(4)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(rowButton(4)))
})

it('stays closed when it is closed during a step', async () => {
  const { user, panel, table } = await openRow()
  const slice = table.slice.bind(table)
  let answer = (): void => undefined
  vi.spyOn(table, 'slice').mockImplementation(async (...given) => {
    await new Promise<void>((resolve) => (answer = resolve))
    return slice(...given)
  })
  await user.click(panel.getByRole('button', { name: 'Next row' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const detail = vi.spyOn(table, 'detail')
  await act(async () => {
    answer()
    await new Promise((resolve) => setTimeout(resolve))
  })
  expect(detail).not.toHaveBeenCalled()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('walks no further than the rows of the page', async () => {
  const { user, panel } = await openRow()
  await user.click(panel.getByRole('button', { name: 'Next row' }))
  const last = await opened(4)
  const next = last.getByRole('button', { name: 'Next row' })
  expect(next.getAttribute('aria-disabled')).toBe('true')
  await user.click(next)
  await opened(4)
})

it('sorts with the keyboard', async () => {
  const { user } = await classifiedBatch()
  screen.getByRole('button', { name: 'Sure' }).focus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('columnheader', { name: /^Sure/ }).getAttribute('aria-sort')).toBe('ascending')
})

it('moves between the filters with the arrows; they are one tab stop', async () => {
  const { user } = await classifiedBatch()
  const filters = within(screen.getByRole('group', { name: 'Show rows' }))
  filters.getByRole('button', { name: 'All 3' }).focus()
  await user.keyboard('{ArrowRight}{Enter}')
  const negative = filters.getByRole('button', { name: 'Negative 1' })
  await waitFor(() => expect(negative.getAttribute('aria-pressed')).toBe('true'))
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search texts' }))
})

it('closes the paste dialog with Escape and gives the focus back', async () => {
  const { user } = showBatch()
  const paste = screen.getByRole('button', { name: 'Paste rows' })
  paste.focus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Paste rows' })
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(paste))
})
