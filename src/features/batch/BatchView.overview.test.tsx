import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ALL_ROWS } from '../../domain/query.ts'
import { classifiedPages, spyQuery } from '../../testing/resultList.ts'
import { reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, openBatch } from '../../testing/showBatch.tsx'

afterEach(endBatch)

/** Rows of one version and one day, no two with the same text. */
function release(version: string, review: string, count: number, date = '2026-03-02'): ReviewCells[] {
  return Array.from({ length: count }, (_, row) => [date, '4', version, '', `${review} ${version} ${row}`])
}

describe('the summary', () => {
  it('is one sentence that sums up every row with text', async () => {
    await classifiedBatch({ rows: [...reviewRows(3), ['', '', '', '', '']] })
    const section = screen.getByRole('region', { name: 'Overview' })
    within(section).getByText(
      (_, element) =>
        element?.textContent ===
        '3 of 4 rows have text: 34\u00A0% negative, 33\u00A0% neutral, 33\u00A0% positive; 33\u00A0% not sure.',
    )
  })

  it('accounts for every row', async () => {
    await classifiedBatch({ rows: [...reviewRows(3), ['', '', '', '', '']] })
    screen.getByText('Read 4 = 3 classified + 1 without text.')
  })

  it('shows the distribution, complete', async () => {
    await classifiedBatch()
    const figure = screen.getByRole('figure', { name: 'Sentiment distribution' })
    within(figure).getByRole('row', { name: 'Negative 1 34 % 0' })
    expect(within(figure).queryByText('so far, in file order')).toBeNull()
  })
})

describe('versions and time', () => {
  const BAD_RELEASE = [...release('3.1.0', 'good', 40), ...release('3.2.0', 'bad', 40)]

  it('name the version that stands out', async () => {
    await classifiedBatch({ rows: BAD_RELEASE })
    const overview = screen.getByRole('region', { name: 'Overview' })
    await waitFor(() =>
      expect(overview.textContent).toContain(
        'Version 3.2.0 stands out: 100 % negative, 100 points above 3.1.0.',
      ),
    )
  })

  it('name no version while rows wait', async () => {
    const batch = await openBatch({ rows: [...BAD_RELEASE, ...release('3.2.1', 'good', 40)] })
    batch.model.hold()
    await batch.user.click(screen.getByRole('button', { name: 'Classify' }))
    for (const done of [32, 64, 96]) {
      await waitFor(() => expect(batch.model.chunks.length).toBeGreaterThanOrEqual(2))
      batch.model.answerOne()
      await screen.findByText(new RegExp(`^${done} of 120 rows ·`))
    }
    await screen.findByText(/^Read 120 = 96 classified/)
    expect(screen.queryByText(/stands out/)).toBeNull()
  })

  it('name no version among other groups', async () => {
    const { user } = await classifiedBatch({ rows: BAD_RELEASE })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Break down by' }), 'Stars')
    await screen.findByRole('table', { name: 'Sentiment by Stars' })
    expect(screen.getByRole('region', { name: 'Overview' }).textContent).not.toContain('stands out')
  })

  it('are drawn over time by the column that says when', async () => {
    await classifiedPages()
    const section = screen.getByRole('region', { name: 'Versions and time' })
    const figure = await within(section).findByRole('figure', { name: 'Sentiment over time' })
    within(figure).getByText(/^Each point is 4 weeks of rows; .* Dates read as yyyy-MM-dd[.]$/)
  })

  it('are not drawn over time for a single day', async () => {
    await classifiedBatch({ rows: BAD_RELEASE })
    expect(screen.queryByRole('figure', { name: 'Sentiment over time' })).toBeNull()
    screen.getByRole('figure', { name: 'Sentiment distribution' })
  })

  it('are not drawn over time without a date column', async () => {
    const rows = reviewRows(9).map(([, ...cells]): ReviewCells => ['', ...cells])
    await classifiedBatch({ rows })
    expect(screen.queryByRole('figure', { name: 'Sentiment over time' })).toBeNull()
  })

  it('are broken down by version before anyone chose', async () => {
    await classifiedBatch({ rows: BAD_RELEASE })
    const groups = within(await screen.findByRole('table', { name: 'Sentiment by Version' }))
    expect(groups.getAllByRole('rowheader').map((header) => header.title)).toEqual(['3.1.0', '3.2.0'])
  })

  it('are broken down by what is chosen, or by nothing', async () => {
    const { user, table } = await classifiedBatch()
    const breakdown = vi.spyOn(table, 'breakdown')
    const select = screen.getByRole('combobox', { name: 'Break down by' })
    await user.selectOptions(select, 'Stars')
    expect(breakdown.mock.lastCall?.[0]).toEqual({ column: 1, query: ALL_ROWS })
    await screen.findByRole('table', { name: 'Sentiment by Stars' })
    await user.selectOptions(select, 'Nothing')
    expect(screen.queryByRole('table', { name: /^Sentiment by/ })).toBeNull()
  })

  it('filter the list by the group that is chosen, and by none again', async () => {
    const batch = await classifiedBatch({ rows: BAD_RELEASE })
    const asked = spyQuery(batch)
    await batch.user.click(await screen.findByRole('button', { name: '3.2.0' }))
    expect(asked()?.query.conditions).toEqual([{ kind: 'group', column: 2, value: '3.2.0' }])
    await screen.findByText('Rows 1–40 of 40')
    await batch.user.click(screen.getByRole('button', { name: 'Only Version: 3.2.0. Show all' }))
    await screen.findByText('Rows 1–80 of 80')
  })

  it('name a group without a value', async () => {
    const { user } = await classifiedBatch({
      rows: [...release('3.1.0', 'good', 4), ...release('', 'bad', 4)],
    })
    await user.click(await screen.findByRole('button', { name: '(empty)' }))
    await screen.findByRole('button', { name: 'Only Version: (empty). Show all' })
  })
})
