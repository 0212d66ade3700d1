import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { reviewFile, reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, openBatch, type ShownBatch } from '../../testing/showBatch.tsx'
import { saveBlob } from '../../ui/saveBlob.ts'
import { queryOf, WHOLE_LIST } from '../../workbench/state/listQuery.ts'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: vi.fn() }))

afterEach(endBatch)

/** Rows of one version and one day, no two with the same text. */
function release(version: string, review: string, count: number, date = '2026-03-02'): ReviewCells[] {
  return Array.from({ length: count }, (_, row) => [date, '4', version, '', `${review} ${version} ${row}`])
}

/** A classified file of 250 rows: three pages, a third of them of each sentiment. */
function classifiedPages(): Promise<ShownBatch> {
  return classifiedBatch({ rows: reviewRows(250) })
}

/** The last question for rows. */
function spyQuery({ table }: ShownBatch) {
  const slice = vi.spyOn(table, 'slice')
  return () => slice.mock.lastCall?.[0]
}

/** A cell of each row of the list. */
function column(name: string): (string | null)[] {
  const table = within(screen.getByRole('table', { name: 'Results' }))
  const position = table.getAllByRole('columnheader').findIndex((header) => header.textContent === name)
  return table
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[position]?.textContent ?? null)
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

describe('the list', () => {
  it('shows each row with its sentiment, how sure it is, stars, version and text', async () => {
    await classifiedBatch()
    const table = within(screen.getByRole('table', { name: 'Results' }))
    expect(table.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
      'Row',
      'Sentiment',
      'Sure',
      'Stars',
      'Version',
      'Text',
    ])
    expect(column('Sentiment')).toEqual([
      '▲ Positive80 % sure',
      '▼ Negative90 % sure',
      '● Neutralnot sure40 % sure',
    ])
    expect(column('Sure')).toEqual(['80 %', '90 %', '40 %'])
    expect(column('Version')).toEqual(['3.1.0', '3.1.0', '3.1.0'])
    expect(column('Text')).toEqual(['good plans', 'bad update', 'so so'])
  })

  it('says why a row has no sentiment', async () => {
    await classifiedBatch({ rows: [...reviewRows(1), ['', '', '', '', '']] })
    expect(column('Sentiment')[1]).toBe('no text')
  })

  it('says from which file a row is when several are open', async () => {
    await classifiedBatch({ files: [reviewFile('march.csv'), reviewFile('april.csv', reviewRows(1))] })
    expect(column('File')).toEqual(['march.csv', 'march.csv', 'march.csv', 'april.csv'])
  })

  it.each([
    ['All 3', 'all'],
    ['Negative 1', 'negative'],
    ['Neutral 1', 'neutral'],
    ['Positive 1', 'positive'],
    ['Not sure 1', 'not_sure'],
    ['Without text 0', 'no_text'],
  ] as const)('shows %s', async (name, filter) => {
    const batch = await classifiedBatch()
    if (filter === 'all') await batch.user.click(screen.getByRole('button', { name: 'Negative 1' }))
    const asked = spyQuery(batch)
    await batch.user.click(screen.getByRole('button', { name }))
    expect(asked()?.query).toEqual(queryOf({ ...WHOLE_LIST, filter }))
    await waitFor(() =>
      expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true'),
    )
  })

  it('asks for what is typed into the search', async () => {
    const batch = await classifiedBatch()
    const asked = spyQuery(batch)
    await batch.user.type(screen.getByRole('searchbox', { name: 'Search texts' }), 'update')
    expect(asked()?.query.conditions).toEqual([{ kind: 'phrase', phrase: 'update' }])
    await waitFor(() => expect(column('Text')).toEqual(['bad update']))
  })

  it('says to screen readers how many rows a filter leaves', async () => {
    const { user, said } = await classifiedBatch()
    await user.click(screen.getByRole('button', { name: 'Negative 1' }))
    await waitFor(() => expect(said.at(-1)).toBe('1 row in the list'))
  })

  it('says that nothing matches', async () => {
    const { user } = await classifiedBatch()
    await user.type(screen.getByRole('searchbox', { name: 'Search texts' }), 'zebra')
    await screen.findByText('No rows')
  })

  it('is sorted by how sure, the other way round, and in file order again', async () => {
    const batch = await classifiedBatch()
    const asked = spyQuery(batch)
    const header = () => screen.getByRole('columnheader', { name: /^Sure/ })
    const sorts = [[header().getAttribute('aria-sort'), 'file']]
    for (let click = 0; click < 3; click++) {
      await batch.user.click(within(header()).getByRole('button'))
      sorts.push([header().getAttribute('aria-sort'), asked()?.query.order ?? ''])
    }
    expect(sorts).toEqual([
      ['none', 'file'],
      ['ascending', 'least-sure'],
      ['descending', 'surest'],
      ['none', 'file'],
    ])
  })
})

describe('pages', () => {
  const previous = () => screen.getByRole('button', { name: 'Previous' })
  const next = () => screen.getByRole('button', { name: 'Next' })
  const isOff = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') === 'true'

  it('hold a hundred rows, and begin at the first', async () => {
    await classifiedPages()
    screen.getByText('Rows 1–100 of 250')
    expect(column('Row')).toHaveLength(100)
    expect([isOff(previous()), isOff(next())]).toEqual([true, false])
  })

  it('are turned to the last', async () => {
    const { user } = await classifiedPages()
    await user.click(next())
    await screen.findByText('Rows 101–200 of 250')
    expect([isOff(previous()), isOff(next())]).toEqual([false, false])
    await user.click(next())
    await screen.findByText('Rows 201–250 of 250')
    expect(next().title).toBe('This is the last page')
    expect([isOff(previous()), isOff(next())]).toEqual([false, true])
  })

  it('begin anew in another order', async () => {
    const { user } = await classifiedPages()
    await user.click(next())
    await screen.findByText('Rows 101–200 of 250')
    await user.click(screen.getByRole('button', { name: 'Sure' }))
    await screen.findByText('Rows 1–100 of 250')
  })

  it('end where the list ends when rows leave it during a run', async () => {
    const batch = await openBatch({ rows: reviewRows(250) })
    batch.model.hold()
    await batch.user.click(screen.getByRole('button', { name: 'Classify' }))
    await waitFor(() => expect(batch.model.chunks.length).toBeGreaterThanOrEqual(2))
    batch.model.answerOne()
    await batch.user.click(await screen.findByRole('button', { name: 'Not classified 218' }))
    await screen.findByText('Rows 1–100 of 218')
    await batch.user.click(next())
    await batch.user.click(next())
    await screen.findByText('Rows 201–218 of 218')
    batch.model.answerOne()
    await screen.findByText('Rows 101–186 of 186')
  })
})

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
