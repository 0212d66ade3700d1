import { expect, stubTest, test } from './fixtures.ts'
import { readSample, ROWS, WITH_TEXT } from './support/sample.ts'
import { ADDED, expectTrueScores } from './support/truth.ts'

test('all rows: every column exact, every row in its place, the scores of a single text', async ({
  batch,
  page,
}) => {
  await batch.open()
  await batch.openSample()
  await batch.opened()
  await batch.classifyAll()
  const saved = await batch.save()
  const sample = readSample()

  expect(saved.name).toBe('stridewell-reviews-sentiment.csv')
  expect(saved.columns).toEqual([...sample.columns, ...ADDED])
  expect(saved.records.map((cells) => cells.slice(0, sample.columns.length))).toEqual(sample.records)

  const empty = saved.rows.filter((row) => row['flags']?.split(';').includes('no_text'))
  expect(empty).toHaveLength(ROWS - WITH_TEXT)
  for (const row of empty) {
    expect(row['Review']?.trim()).toBe('')
    expect(ADDED.map((name) => row[name])).toEqual(['', '', '', '', '', 'no_text'])
  }

  const counts = await batch.distributionNumbers()
  for (const label of ['Negative', 'Neutral', 'Positive']) {
    const rows = saved.rows.filter(
      (row) =>
        row['sentiment'] === label.toLowerCase() && !/other_language|too_short/.test(row['flags'] ?? ''),
    )
    expect(rows).toHaveLength(counts[label]!.rows)
    expect(rows.filter((row) => row['flags']?.includes('not_sure'))).toHaveLength(counts[label]!.notSure)
  }

  await expectTrueScores(page, saved.rows, 'Review')
})

stubTest('only the shown rows, in the order of the list', async ({ batch }) => {
  await batch.open()
  await batch.openSample()
  await batch.opened()
  await batch.classifyAll()
  await batch.filter('Negative').click()
  await batch.search.fill('the')
  await expect.poll(() => batch.matching()).toBeLessThan(await batch.filterCount('Negative'))
  await batch.results.getByRole('columnheader', { name: 'Sure' }).getByRole('button').click()
  await expect(batch.results.getByRole('columnheader', { name: 'Sure' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const { rows } = await batch.save('shown')

  expect(rows).toHaveLength(await batch.matching())
  for (const row of rows) {
    expect(row['sentiment']).toBe('negative')
    expect(row['Review']?.toLowerCase()).toContain('the')
  }
  const sure = rows.map((row) => Number(row['confidence']))
  expect(sure).toEqual(sure.toSorted((a, b) => a - b))
  const listed = (await batch.resultRows()).map(({ Row }) => readSample().rows[Number(Row) - 2])
  expect(rows.slice(0, listed.length).map((row) => row['Review ID'])).toEqual(
    listed.map((row) => row?.['Review ID']),
  )
})
