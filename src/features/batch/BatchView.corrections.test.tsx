import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { reviewRows, type ReviewCells } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, type ShownBatch } from '../../testing/showBatch.tsx'

vi.mock('../../ui/saveBlob.ts', () => ({ saveBlob: vi.fn() }))

afterEach(endBatch)

/** The row numbered so is open and has the focus. */
async function opened(number: number) {
  const panel = await screen.findByRole('dialog', { name: `Row ${number}` })
  await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true))
  return within(panel)
}

async function openRow(number: number, cells: ReviewCells[] = reviewRows(3)) {
  const batch = await classifiedBatch({ rows: cells })
  await batch.user.click(screen.getByRole('button', { name: `Open row ${number}` }))
  return { ...batch, panel: await opened(number) }
}

type Panel = Awaited<ReturnType<typeof opened>>

const pressed = (panel: Panel): (string | null)[] =>
  within(panel.getByRole('group', { name: 'Your label' }))
    .getAllByRole('button', { pressed: true })
    .map((button) => button.textContent)

const listed = (number: number): string | null | undefined =>
  screen.getByRole('button', { name: `Open row ${number}` }).closest('tr')?.textContent

const leavingAsks = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true, bubbles: false }))

async function saveAll({ user }: ShownBatch): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Download CSV' }))
  await user.click(await screen.findByRole('button', { name: 'All 3 rows' }))
  await user.click(await screen.findByRole('button', { name: 'Done' }))
}

describe('a label of one’s own', () => {
  it.each([
    ['1', 'Negative'],
    ['2', 'Neutral'],
    ['3', 'Positive'],
  ])('is set by key %s, told, counted and listed', async (key, word) => {
    const { user, panel, said } = await openRow(3)
    await user.keyboard(key)
    await panel.findByText('set by you')
    expect(pressed(panel)).toEqual([expect.stringContaining(word)])
    expect(said.at(-1)).toBe(`Row 3: ${word}, set by you`)
    panel.getByText('The label was set by hand; it counts instead of the model’s.')
    expect(panel.getByText(/^The model said/).textContent).toMatch(/Negative, 90 % sure/)
    await waitFor(() => expect(listed(3)).toContain(`${word}corrected`))
    // How sure the model was is said of its own label only.
    expect(listed(3)).not.toContain('90 %')
  })

  it('is set by its button, and changes the counts', async () => {
    const { user, panel } = await openRow(3)
    await user.click(panel.getByRole('button', { name: /Positive/ }))
    await screen.findByRole('button', { name: 'Positive 2' })
    screen.getByRole('button', { name: 'Negative 0' })
  })

  it.each([
    ['the same key', async ({ user }: { user: ShownBatch['user'] }) => user.keyboard('3')],
    [
      'Take back',
      async ({ user, panel }: { user: ShownBatch['user']; panel: Panel }) =>
        user.click(panel.getByRole('button', { name: 'Take back' })),
    ],
  ])('is taken back by %s', async (_, takeBack) => {
    const row = await openRow(3)
    await row.user.keyboard('3')
    await row.panel.findByText('set by you')
    await takeBack(row)
    await row.panel.findByText('90 % sure')
    expect(row.said.at(-1)).toBe('Row 3: your label is taken back, Negative as the model said')
    await waitFor(() => expect(listed(3)).not.toContain('corrected'))
    expect(row.panel.getByRole('button', { name: 'Take back' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('makes leaving ask, until it is downloaded', async () => {
    const batch = await classifiedBatch()
    await saveAll(batch)
    expect(leavingAsks()).toBe(false)
    await batch.user.click(await screen.findByRole('button', { name: 'Open row 3' }))
    const panel = await opened(3)
    await batch.user.keyboard('3')
    await panel.findByText('set by you')
    expect(leavingAsks()).toBe(true)
    await batch.user.keyboard('{Escape}')
    await saveAll(batch)
    expect(leavingAsks()).toBe(false)
  })

  it('is mentioned where the file is saved', async () => {
    const { user, panel } = await openRow(3)
    await user.keyboard('3')
    await panel.findByText('set by you')
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Download CSV' }))
    await screen.findByText(/^1 row has your label as sentiment and the flag corrected/)
  })

  it('cannot be set of a row without text, which says so', async () => {
    const { user, panel, said } = await openRow(3, [
      ['2026-03-02', '4', '3.1.0', '', 'good'],
      ['2026-03-02', '4', '3.1.0', '', ''],
    ])
    panel.getByText('This row has no text, so there is no label to correct.')
    expect(panel.getByRole('button', { name: /Positive/ }).getAttribute('aria-disabled')).toBe('true')
    await user.keyboard('3')
    await waitFor(() => expect(said.at(-1)).toBe('This row has no text, so there is no label to correct.'))
    expect(panel.queryAllByRole('button', { pressed: true })).toEqual([])
  })

  it('is not set by a key pressed elsewhere on the page', async () => {
    const { user, table } = await openRow(3)
    const correct = vi.spyOn(table, 'correct')
    screen.getByRole('searchbox', { name: 'Search texts' }).focus()
    await user.keyboard('3')
    screen.getByRole('button', { name: 'Download CSV' }).focus()
    await user.keyboard('3')
    expect(correct).not.toHaveBeenCalled()
  })

  it('is not set by a key with Ctrl', async () => {
    const { user, table } = await openRow(3)
    const correct = vi.spyOn(table, 'correct')
    await user.keyboard('{Control>}3{/Control}')
    expect(correct).not.toHaveBeenCalled()
  })
})

describe('walking through the list', () => {
  it.each([
    ['{ArrowRight}', '{ArrowLeft}'],
    ['j', 'k'],
    ['J', 'K'],
  ])('goes on with %s and back with %s', async (next, previous) => {
    const { user, said } = await openRow(3)
    await user.keyboard(next)
    await opened(4)
    await waitFor(() => expect(said.at(-1)).toBe('Row 4: Neutral, 40 % sure'))
    await user.keyboard(previous)
    await opened(3)
  })

  it('takes a step that was asked for while another was on its way', async () => {
    const { user, table } = await openRow(2)
    const answer = table.slice
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    vi.spyOn(table, 'slice').mockImplementationOnce(async (...asked) => {
      await gate
      return answer(...asked)
    })
    await user.keyboard('jj')
    act(open)
    await opened(4)
  })

  it('crosses the pages, and gives the focus back to the row it came to', async () => {
    const batch = await classifiedBatch({ rows: reviewRows(250) })
    await batch.user.click(screen.getByRole('button', { name: 'Open row 101' }))
    await opened(101)
    await batch.user.keyboard('{ArrowRight}')
    await opened(102)
    await screen.findByText('Rows 101–200 of 250')
    await batch.user.keyboard('{ArrowLeft}')
    await opened(101)
    await screen.findByText('Rows 1–100 of 250')
    await batch.user.keyboard('{Escape}')
    const button = await screen.findByRole('button', { name: 'Open row 101' })
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it.each([
    [2, '{ArrowLeft}', 'Previous row', 'First row of the list'],
    [4, '{ArrowRight}', 'Next row', 'Last row of the list'],
  ])('ends at row %d', async (number, key, button, words) => {
    const { user, panel, said } = await openRow(number)
    expect(panel.getByRole('button', { name: button }).getAttribute('aria-disabled')).toBe('true')
    await user.keyboard(key)
    await waitFor(() => expect(said.at(-1)).toBe(words))
    await opened(number)
  })

  describe('when a corrected row has left it', () => {
    /** The second of three negative rows is corrected, in the list of those. */
    async function leftTheList() {
      const batch = await classifiedBatch({ rows: reviewRows(9) })
      await batch.user.click(screen.getByRole('button', { name: 'Negative 3' }))
      await screen.findByText('Rows 1–3 of 3')
      await batch.user.click(screen.getByRole('button', { name: 'Open row 6' }))
      await opened(6)
      await batch.user.keyboard('3')
      await screen.findByText('Rows 1–2 of 2')
      return batch
    }

    it('goes on to the row that took its place', async () => {
      const { user } = await leftTheList()
      await user.keyboard('{ArrowRight}')
      const last = await opened(9)
      expect(last.getByRole('button', { name: 'Next row' }).getAttribute('aria-disabled')).toBe('true')
    })

    it('goes back to the row that was before it', async () => {
      const { user } = await leftTheList()
      await user.keyboard('{ArrowLeft}')
      await opened(3)
    })

    it('gives the focus to the row in its place', async () => {
      const { user } = await leftTheList()
      await user.keyboard('{Escape}')
      const button = screen.getByRole('button', { name: 'Open row 9' })
      await waitFor(() => expect(document.activeElement).toBe(button))
    })
  })

  it('stays where it is in another list, which does not hold the row', async () => {
    const { user, panel } = await openRow(3)
    await user.click(screen.getByRole('button', { name: 'Positive 1' }))
    await screen.findByText('Rows 1–1 of 1')
    await waitFor(() =>
      expect(panel.getByRole('button', { name: 'Next row' }).getAttribute('title')).toMatch(
        /not on the page/,
      ),
    )
  })
})
