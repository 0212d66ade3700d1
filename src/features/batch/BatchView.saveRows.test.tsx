import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, type ShownBatch } from '../../testing/showBatch.tsx'
import { saveBlob } from '../../ui/saveBlob.ts'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: vi.fn() }))

afterEach(endBatch)

describe('downloading', () => {
  async function asking(batch: ShownBatch) {
    await batch.user.click(screen.getByRole('button', { name: 'Download CSV' }))
    return within(await screen.findByRole('dialog', { name: 'Download CSV' }))
  }

  it('saves all rows, named after the file, and says how many', async () => {
    const batch = await classifiedBatch()
    const exported = vi.spyOn(batch.table, 'export')
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await dialog.findByText('3 rows saved.')
    expect(exported.mock.lastCall?.[0].query).toEqual(ALL_ROWS)
    expect(vi.mocked(saveBlob).mock.lastCall?.[1]).toBe('march-sentiment.csv')
  })

  it('offers only all rows while the list is not filtered', async () => {
    const dialog = await asking(await classifiedBatch())
    expect(dialog.queryByRole('button', { name: /^Only/ })).toBeNull()
  })

  it('saves the rows that are listed, in their order', async () => {
    const batch = await classifiedBatch()
    await batch.user.click(screen.getByRole('button', { name: 'Negative 1' }))
    await batch.user.click(screen.getByRole('button', { name: 'Sure' }))
    await screen.findByText('Rows 1–1 of 1')
    const exported = vi.spyOn(batch.table, 'export')
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'Only the 1 shown' }))
    await dialog.findByText('1 row saved.')
    expect(exported.mock.lastCall?.[0].query).toMatchObject({
      conditions: [{ kind: 'label', label: 'negative' }],
      order: 'least-sure',
    })
  })

  it.each([
    [1, /^1 cell that a spreadsheet would run as a formula was neutralised/],
    [12, /^12 cells that a spreadsheet would run as a formula were neutralised/],
  ])('says when %d cells were guarded', async (guarded, words) => {
    const rows = reviewRows(12).map(([date, stars, version, title, review], row): ReviewCells => [
      date,
      stars,
      version,
      row < guarded ? `=1+${row}` : title,
      review,
    ])
    const batch = await classifiedBatch({ rows })
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'All 12 rows' }))
    await dialog.findByText(words)
  })

  it('asks anew the next time', async () => {
    const batch = await classifiedBatch()
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    await batch.user.click(await dialog.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    ;(await asking(batch)).getByRole('button', { name: 'All 3 rows' })
  })

  it('closes and tells when it fails', async () => {
    const batch = await classifiedBatch()
    vi.spyOn(batch.table, 'export').mockRejectedValue(new UndertoneError('out-of-memory', 'bad_alloc'))
    const dialog = await asking(batch)
    await batch.user.click(dialog.getByRole('button', { name: 'All 3 rows' }))
    within(await screen.findByRole('alert')).getByText('The browser ran out of memory.')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
