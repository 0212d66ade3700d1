import { expect, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'
import { ADDED } from './support/truth.ts'

test.use({ engine: 'stub' })

const TEXTS = Array.from({ length: 120 }, (_, row) => (row % 2 === 0 ? COMPLAINT : PRAISE))
const FILE = {
  name: 'reviews.csv',
  body: toCsv([['id', 'review'], ...TEXTS.map((text, row) => [String(row), `${text} ${row}`]), ['120', '']]),
}

test('a label set by key counts, is listed, exported and taken back', async ({ batch, page }) => {
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
  const before = await batch.save()
  const negative = await batch.filterCount('Negative')

  await batch.results.getByRole('button', { name: 'Open row 2', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Row 2', exact: true })
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('3')
  await expect(panel.getByText('set by you')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Row 2: Positive, set by you' })).toHaveCount(1)
  await expect.poll(() => batch.filterCount('Negative')).toBe(negative - 1)
  expect((await batch.resultRows())[0]?.['Sentiment']).toContain('corrected')
  await page.keyboard.press('Escape')
  await expect(batch.results.getByRole('button', { name: 'Open row 2', exact: true })).toBeFocused()

  const after = await batch.save()
  const [first, ...others] = after.rows
  expect(others).toEqual(before.rows.slice(1))
  expect(first?.['sentiment']).toBe('positive')
  expect(first?.['flags']?.split(';')).toContain('corrected')
  const scores = (row?: Record<string, string>) => ADDED.slice(1, 5).map((name) => row?.[name])
  expect(scores(first)).toEqual(scores(before.rows[0]))

  await batch.results.getByRole('button', { name: 'Open row 2', exact: true }).click()
  await expect(panel.getByText('set by you')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('3')
  await expect(panel.getByText('set by you')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect.poll(() => batch.filterCount('Negative')).toBe(negative)
  expect((await batch.save()).rows).toEqual(before.rows)
})

test('a list is worked through by keys alone, over its pages and as rows leave it', async ({
  batch,
  page,
}) => {
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
  const row = (number: number) => page.getByRole('dialog', { name: `Row ${number}`, exact: true })
  await batch.results.getByRole('button', { name: 'Open row 101', exact: true }).press('Enter')
  await expect(row(101).getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(row(102)).toBeVisible()
  await expect(page.getByText('Rows 101–121 of 121')).toBeVisible()
  await page.keyboard.press('k')
  await expect(row(101)).toBeVisible()
  await expect(page.getByText('Rows 1–100 of 121')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(batch.results.getByRole('button', { name: 'Open row 101', exact: true })).toBeFocused()

  await batch.filter('Negative').click()
  await expect.poll(() => batch.matching()).toBe(60)
  await batch.results.getByRole('button', { name: 'Open row 4', exact: true }).press('Enter')
  await expect(row(4).getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('2')
  await expect.poll(() => batch.matching()).toBe(59)
  await page.keyboard.press('ArrowRight')
  await expect(row(6)).toBeVisible()
  await page.keyboard.press('2')
  await expect.poll(() => batch.matching()).toBe(58)
  await page.keyboard.press('ArrowLeft')
  await expect(row(2)).toBeVisible()
})

test('a row without text says that it has no label to correct', async ({ batch, page }) => {
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
  await batch.filter('Without text').click()
  await batch.results.getByRole('button', { name: 'Open row 122', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Row 122', exact: true })
  await expect(panel.getByText('This row has no text, so there is no label to correct.')).toBeVisible()
  await page.keyboard.press('1')
  await expect(panel.getByRole('button', { pressed: true })).toHaveCount(0)
})
