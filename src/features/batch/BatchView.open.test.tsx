import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import { reviewFile, reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, openBatch, showBatch } from '../../testing/showBatch.tsx'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: () => undefined }))

afterEach(() => {
  endBatch()
  vi.unstubAllGlobals()
})

const SAMPLE = 'Try the sample: 300 invented reviews'
const notATable = new UndertoneError('not-a-table', 'one column, no delimiter')

/** A call that stays open until the test ends. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}

function stubFetch(response: () => Promise<Response>) {
  const fetched = vi.fn<(address: URL) => Promise<Response>>(response)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

describe('before any file', () => {
  it('offers three ways in', () => {
    showBatch()
    screen.getByRole('heading', { name: 'How do these reviews sound?' })
    screen.getByRole('button', { name: 'Choose a file' })
    screen.getByRole('button', { name: 'Paste rows' })
    screen.getByRole('button', { name: SAMPLE })
  })

  it('opens the files that are chosen', async () => {
    const { table, user } = showBatch()
    const open = vi.spyOn(table, 'open')
    const files = [reviewFile('march.csv'), reviewFile('april.csv')]
    await user.upload(screen.getByLabelText('Reviews file'), files)
    expect(open.mock.lastCall?.[0].files.map(({ name }) => name)).toEqual(['march.csv', 'april.csv'])
    await screen.findByText('march.csv and 1 more')
  })

  it('opens the files that are dropped', async () => {
    const { drop } = showBatch()
    drop([reviewFile('dropped.csv')])
    await screen.findByText('dropped.csv')
  })

  it('opens the sample that comes with the page', async () => {
    const fetched = stubFetch(() => Promise.resolve(new Response('Review\ngood')))
    const { user } = showBatch()
    await user.click(screen.getByRole('button', { name: SAMPLE }))
    await screen.findByText('stridewell-reviews.csv')
    expect(fetched.mock.lastCall?.[0].pathname).toMatch(/[/]samples[/]stridewell-reviews[.]csv$/)
  })

  it.each([
    ['is not there', () => Promise.resolve(new Response(null, { status: 404 }))],
    ['cannot be reached', () => Promise.reject(new TypeError('offline'))],
  ])('tells when the sample %s', async (_, response) => {
    stubFetch(response)
    const { user } = showBatch()
    await user.click(screen.getByRole('button', { name: SAMPLE }))
    const alert = await screen.findByRole('alert')
    within(alert).getByText('The browser could not read this file.')
  })
})

describe('pasting', () => {
  async function paste() {
    const batch = showBatch()
    await batch.user.click(screen.getByRole('button', { name: 'Paste rows' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Paste rows' }))
    return { ...batch, dialog, box: dialog.getByRole('textbox', { name: /^Rows copied from a spreadsheet/ }) }
  }

  it('opens what is pasted as a file', async () => {
    const { user, table, dialog, box } = await paste()
    const open = vi.spyOn(table, 'open')
    await user.click(box)
    await user.paste('Review\tStars\ngood\t5')
    await user.click(dialog.getByRole('button', { name: 'Use these rows' }))
    const [file] = open.mock.lastCall?.[0].files ?? []
    expect(file?.name).toBe('Pasted rows')
    expect(file?.size).toBe('Review\tStars\ngood\t5'.length)
    await screen.findByText('Pasted rows')
  })

  it('asks for rows before it can be used', async () => {
    const { user, table, dialog } = await paste()
    const open = vi.spyOn(table, 'open')
    const use = dialog.getByRole('button', { name: 'Use these rows' })
    expect(use.getAttribute('aria-disabled')).toBe('true')
    await user.click(use)
    expect(open).not.toHaveBeenCalled()
  })

  it('can be left with Cancel', async () => {
    const { user, dialog } = await paste()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('an open file', () => {
  it('says its name, its rows and how it was read', async () => {
    await openBatch()
    screen.getByText('march.csv')
    screen.getByText('3 rows · UTF-8 · comma')
  })

  it('shows its first rows and marks the column that is read', async () => {
    await openBatch()
    const preview = screen.getByRole('region', { name: 'First rows, as they will be read' })
    expect(
      within(preview)
        .getAllByRole('columnheader')
        .map((header) => header.textContent.trim()),
    ).toEqual(['Row', 'Date', 'Stars', 'Version', 'Title', 'Review'])
    within(preview).getByRole('row', { name: '2 2026-03-02 4 3.1.0 Title 0 good plans' })
  })

  it('says what a run would take, measured on the file', async () => {
    const { model } = await openBatch()
    screen.getByText('3 rows with text. Under a second on this device, measured on up to 3 of them.')
    // The first call of a model is not timed.
    expect(model.chunks).toEqual([['good plans'], ['good plans'], ['bad update'], ['so so']])
  })

  it('says that it measures while the model is on its way', async () => {
    const batch = showBatch()
    batch.model.hold()
    batch.drop([reviewFile()])
    await screen.findByText('3 rows with text. Measuring how long that takes on this device …')
  })

  it('says to screen readers what is open, and gives the focus that was lost to its name', async () => {
    const { said } = await openBatch()
    expect(said).toEqual(['march.csv is open: 3 rows'])
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'march.csv' }))
  })

  it('says which file is being read', async () => {
    const { table, drop } = showBatch()
    vi.spyOn(table, 'open').mockImplementation(never)
    drop([reviewFile()])
    await screen.findByText('Reading march.csv …')
  })

  it('says how many places could not be decoded', async () => {
    const damaged = ['\uFEFF', reviewFile(), '2026-03-05,4,3.1.0,,', new Uint8Array(12).fill(0xff)]
    await openBatch({ files: [new File(damaged, 'march.csv')] })
    screen.getByText(/^12 places were not valid in this encoding/)
  })

  it('reads another column when it is chosen', async () => {
    const { user, table } = await openBatch()
    const choose = vi.spyOn(table, 'chooseText')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Text column' }), 'Title')
    expect(choose.mock.lastCall?.[0]).toEqual({ column: 3 })
    const use = await screen.findByRole('combobox', { name: 'Use of Title' })
    await waitFor(() => expect(use).toHaveProperty('value', 'text'))
    expect(screen.getByRole('combobox', { name: 'Use of Review' })).toHaveProperty('value', 'none')
  })

  it('asks before answers of the column that was read before are forgotten', async () => {
    const { user, table } = await classifiedBatch()
    const choose = vi.spyOn(table, 'chooseText')
    const column = screen.getByRole('combobox', { name: 'Text column' })
    await user.selectOptions(column, 'Title')
    await screen.findByText(/^3 rows are classified and not downloaded yet/)
    await user.click(screen.getByRole('button', { name: 'Keep these answers' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(within(column).getByRole('option', { selected: true }).textContent).toBe('Review')
    expect(choose).not.toHaveBeenCalled()
    screen.getByRole('table', { name: 'Results' })
  })

  it('forgets the answers of the column that was read before', async () => {
    const { user } = await classifiedBatch()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Text column' }), 'Title')
    await user.click(await screen.findByRole('button', { name: 'Forget them and read the other column' }))
    await screen.findByText(/^3 rows with text[.]/)
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Results' })).toBeNull())
  })

  it('shows all rows again when another column is read', async () => {
    const { user, table, workbench } = await classifiedBatch()
    await user.click(screen.getByRole('button', { name: 'Negative 1' }))
    const slice = vi.spyOn(table, 'slice')
    act(() => workbench.run.setState({ saved: true }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Text column' }), 'Title')
    await waitFor(() => expect(slice.mock.lastCall?.[0].query.conditions).toEqual([]))
  })

  it('asks for the column when none looks like text', async () => {
    const rows = ['1', '2', 'good plans'].map((review): ReviewCells => [
      '2026-03-02',
      '4',
      '3.1.0',
      '',
      review,
    ])
    const { user, drop } = showBatch()
    drop([reviewFile('march.csv', rows)])
    within(await screen.findByRole('alert')).getByText('No column of this file holds text.')
    expect(screen.getByRole('button', { name: 'Classify' }).getAttribute('aria-disabled')).toBe('true')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Text column' }), 'Review')
    await screen.findByText(/on this device, measured/)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('cannot be classified without any text', async () => {
    const empty = reviewRows(2).map(([date, stars, version, title]): ReviewCells => [
      date,
      stars,
      version,
      title,
      '',
    ])
    const { user, drop } = showBatch()
    drop([reviewFile('march.csv', empty)])
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Text column' }), 'Review')
    await screen.findByText('No row has text in this column.')
    const classify = screen.getByRole('button', { name: 'Classify' })
    expect(classify.getAttribute('aria-disabled')).toBe('true')
    expect(classify.title).toBe('No row has text in this column')
  })
})

describe('a file that cannot be opened', () => {
  it('tells what happened, what was kept and what to do', async () => {
    const { table, drop } = showBatch()
    vi.spyOn(table, 'open').mockRejectedValue(notATable)
    drop([reviewFile()])
    const alert = within(await screen.findByRole('alert'))
    alert.getByText('This does not look like a table of reviews.')
    alert.getByText('Nothing was changed; a file that was open before stays open.')
    alert.getByText(/^Undertone reads CSV and TSV/)
    alert.getByText('one column, no delimiter')
    screen.getByRole('button', { name: 'Choose a file' })
  })

  it('leaves the file that was open, with its answers', async () => {
    const { table, drop, user } = await classifiedBatch()
    vi.spyOn(table, 'open').mockRejectedValue(notATable)
    drop([reviewFile('photo.png')])
    await user.click(await screen.findByRole('button', { name: 'Open the new one' }))
    await screen.findByRole('alert')
    screen.getByText('march.csv')
    await screen.findByRole('table', { name: 'Results' })
  })

  it('leaves the file that was open even when another was being read', async () => {
    const { table, drop } = await openBatch()
    vi.spyOn(table, 'open').mockImplementationOnce(never).mockRejectedValueOnce(notATable)
    drop([reviewFile('slow.csv')])
    await screen.findByText('Reading slow.csv …')
    drop([reviewFile('photo.png')])
    await screen.findByRole('alert')
    screen.getByText('march.csv')
  })

  it('is forgotten when the next one opens', async () => {
    const { table, drop } = showBatch()
    vi.spyOn(table, 'open').mockRejectedValueOnce(notATable)
    drop([reviewFile('photo.png')])
    await screen.findByRole('alert')
    drop([reviewFile()])
    await screen.findByText('march.csv')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('goes back to the beginning, with the reason, when the rows are lost', async () => {
  const { table, user } = await classifiedBatch()
  vi.spyOn(table, 'slice').mockRejectedValue(new UndertoneError('table-lost', 'the worker died'))
  await user.click(screen.getByRole('button', { name: 'Negative 1' }))
  const alert = within(await screen.findByRole('alert'))
  alert.getByText('The part of the page that holds your file stopped.')
  alert.getByText('Open the file again. Closing other tabs helps when memory is short.')
  screen.getByRole('button', { name: 'Choose a file' })
})

describe('leaving the page', () => {
  /** False when the page asks. */
  function leave(): boolean {
    return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  }

  it('asks while answers are not saved', async () => {
    await classifiedBatch()
    expect(leave()).toBe(false)
  })

  it('does not ask when nothing was classified', async () => {
    await openBatch()
    expect(leave()).toBe(true)
  })

  it('does not ask after all rows were saved', async () => {
    const { user } = await classifiedBatch()
    await user.click(screen.getByRole('button', { name: 'Download CSV' }))
    await user.click(await screen.findByRole('button', { name: 'All 3 rows' }))
    await screen.findByText('3 rows saved.')
    expect(leave()).toBe(true)
  })
})

describe('another file over answers that were not downloaded', () => {
  it('asks first, with how many', async () => {
    const { drop } = await classifiedBatch()
    drop([reviewFile('april.csv')])
    const dialog = await screen.findByRole('dialog', { name: 'Open another file?' })
    within(dialog).getByText(/3 rows of the open file are classified and not downloaded yet/)
    screen.getByText('march.csv')
  })

  it('keeps the open file when told to', async () => {
    const { drop, user } = await classifiedBatch()
    drop([reviewFile('april.csv')])
    await user.click(await screen.findByRole('button', { name: 'Keep this file' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    screen.getByText('march.csv')
  })

  it('opens the new one when told to', async () => {
    const { drop, user } = await classifiedBatch()
    drop([reviewFile('april.csv')])
    await user.click(await screen.findByRole('button', { name: 'Open the new one' }))
    await screen.findByText('april.csv')
  })

  it('asks nothing when all are downloaded', async () => {
    const { drop, user } = await classifiedBatch()
    await user.click(screen.getByRole('button', { name: 'Download CSV' }))
    await user.click(await screen.findByRole('button', { name: 'All 3 rows' }))
    await user.click(await screen.findByRole('button', { name: 'Done' }))
    drop([reviewFile('april.csv')])
    await screen.findByText('april.csv')
  })
})
