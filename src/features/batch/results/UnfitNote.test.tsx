import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReviewCells } from '../../../testing/reviewFile.ts'
import { classifiedBatch, endBatch } from '../../../testing/showBatch.tsx'

afterEach(endBatch)

const ROWS: ReviewCells[] = [
  ['2026-03-02', '5', '3.1.0', '', 'good plans'],
  ['2026-03-03', '1', '3.1.0', '', 'bad update'],
  ['2026-03-04', '1', '3.2.0', '', 'bad приложение вылетает постоянно'],
  ['2026-03-05', '1', '3.2.0', '', 'bad очень плохо'],
  ['2026-03-06', '3', '3.2.0', '', '10/10'],
]

const overview = (): string =>
  screen.getByRole('region', { name: 'Overview' }).textContent.replace('Overview', '')

const sentence = (words: RegExp): Promise<void> => waitFor(() => expect(overview()).toMatch(words))

const chip = (name: RegExp): HTMLElement =>
  within(screen.getByRole('group', { name: 'Show rows' })).getByRole('button', { name })

/** Count of each label in the table below the distribution. */
function counted(): (string | null)[] {
  const figure = screen.getByRole('figure', { name: 'Sentiment distribution' })
  return within(figure)
    .getAllByRole('row')
    .map((row) => row.textContent)
}

describe('rows that do not fit the model', () => {
  it('are told and left out of the sentence, the charts and the filters by label', async () => {
    await classifiedBatch({ rows: ROWS })
    await sentence(
      /^5 of 5 rows have text, 2 of them counted: 50\u00A0% negative, 0\u00A0% neutral, 50\u00A0% positive/,
    )
    await sentence(
      /2 rows do not read like English and 1 is too short to tell\. Their labels are guesses and left out of the charts\./,
    )
    expect(chip(/^▼ Negative|Negative/).textContent).toContain('1')
    expect(chip(/^All/).textContent).toBe('All 5')
    expect(chip(/^Not English or too short/).textContent).toBe('Not English or too short 3')
  })

  it('are counted everywhere once they are included, and left out again', async () => {
    const { user, said } = await classifiedBatch({ rows: ROWS })
    const before = counted()
    await user.click(screen.getByRole('button', { name: 'Include them' }))
    await sentence(/^5 of 5 rows have text: 60\u00A0% negative/)
    await sentence(/Their labels are guesses, and the charts count them\./)
    expect(said.at(-1)).toMatch(/^5 of 5 rows have text: 60 % negative/)
    expect(counted()).not.toEqual(before)
    expect(chip(/Negative/).textContent).toContain('3')
    await user.click(screen.getByRole('button', { name: 'Leave them out' }))
    await sentence(/2 of them counted/)
    expect(counted()).toEqual(before)
  })

  it('are listed by a filter of their own', async () => {
    const { user } = await classifiedBatch({ rows: ROWS })
    await user.click(chip(/^Not English or too short/))
    await screen.findByText('Rows 1–3 of 3')
    const list = screen.getByRole('table', { name: 'Results' })
    within(list).getByText('bad очень плохо')
    expect(within(list).getAllByText('not English')).toHaveLength(2)
    within(list).getByText('too short')
    expect(within(list).queryByText('good plans')).toBeNull()
  })

  it('have no switch and no filter where there are none', async () => {
    await classifiedBatch()
    expect(screen.queryByRole('button', { name: /^Include/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Not English/ })).toBeNull()
  })
})
