import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { classifiedPages, column, spyQuery } from '../../testing/resultList.ts'
import { reviewFile, reviewRows } from '../../testing/reviewFile.ts'
import { classifiedBatch, endBatch, openBatch } from '../../testing/showBatch.tsx'
import { queryOf, WHOLE_LIST } from '../../workbench/state/listQuery.ts'

afterEach(endBatch)

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
