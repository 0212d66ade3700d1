import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { REAL_EXPORTS, unclosedQuote, type RealExport } from '../src/testing/realExports.ts'
import { expect, test } from './fixtures.ts'
import type { BatchPage } from './support/batchPage.ts'
import { COMPLAINT } from './support/reviews.ts'

test.use({ engine: 'stub' })

const EXPORTS = REAL_EXPORTS.map((make) => make())
const LARGE = EXPORTS.filter(({ bytes }) => bytes.length > 200_000)
const SMALL = EXPORTS.filter((real) => !LARGE.includes(real))

test('each real export is shown as it is, run, accounted for, saved and read again', async ({
  batch,
  page,
}) => {
  test.setTimeout(180_000)
  await batch.open()
  for (const real of SMALL) await test.step(real.name, () => follow(batch, page, real))
})

for (const real of LARGE) {
  test(`${real.name} is shown as it is, run, accounted for, saved and read again`, async ({
    batch,
    page,
  }) => {
    await batch.open()
    await follow(batch, page, real)
  })
}

/** From the file to its download and back. */
async function follow(batch: BatchPage, page: Page, real: RealExport): Promise<void> {
  await batch.choose({ name: real.name, body: real.bytes })
  await expect(page.getByRole('heading', { name: real.name })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(new RegExp(`rows · ${real.encoding}`))).toBeVisible()
  const text = real.roles['text'] ?? ''
  await expect(batch.textColumn.getByRole('option', { selected: true })).toHaveText(text)
  await expectPreview(batch, real)
  for (const [role, column] of Object.entries(real.roles)) {
    if (role !== 'title') await expect(batch.use(column)).toHaveValue(role)
  }

  await batch.opened()
  await batch.classifyAll()
  const texts = real.rows.map((cells) => cells[real.columns.indexOf(text)] ?? '')
  const classified = texts.filter((each) => each !== '').length
  const without = texts.length - classified
  await expect(
    page.getByText(`Read ${texts.length} = ${classified} classified + ${without} without text.`),
  ).toBeVisible()
  await expect(page.getByText(/could not be read as rows/)).toHaveCount(real.skippedLines.length > 0 ? 1 : 0)
  for (const line of real.skippedLines) {
    await expect(page.getByText(`${real.name}, line ${line}: `)).toBeAttached()
  }

  const file = await batch.save()
  const width = real.columns.length
  const saved = [real.columns, ...real.rows.map(guarded)]
  expect(file.records.map((cells) => cells.slice(0, width))).toEqual(saved)
  expect(file.rows.map((row) => row['sentiment'] !== '')).toEqual(texts.map((each) => each !== ''))
  expect(await page.evaluate(() => document.images.length)).toBe(0)

  await batch.choose({ name: file.name, body: file.bytes })
  await expect(page.getByRole('heading', { name: file.name })).toBeVisible()
  await batch.opened()
  await expect(batch.textColumn.getByRole('option', { selected: true })).toHaveText(text)
  await expectPreview(batch, real)
}

/** The preview shows the first rows of the file, in the columns that it draws; ours beside them do not matter. */
async function expectPreview(batch: BatchPage, { columns, rows }: RealExport): Promise<void> {
  const names = await batch.previewColumns()
  const cells = await batch.previewRows()
  const drawn = names.filter((name) => columns.includes(name))
  // Of a cell of megabytes the preview shows the beginning.
  const of = (row: readonly string[], order: readonly string[]): string[] =>
    drawn.map((name) => (row[order.indexOf(name)] ?? '').slice(0, 100).trim())
  expect(cells.map((row) => of(row, names))).toEqual(rows.slice(0, 50).map((row) => of(row, columns)))
}

/** As a download writes it, and takes it back when it is read again: neutralised where a spreadsheet would run it. */
const guarded = (cells: readonly string[]): string[] =>
  cells.map((cell) => (cell === '=1+1' ? `'${cell}` : cell))

test('a quote that opens at a tenth of a large file costs its own line, which can be saved', async ({
  batch,
  page,
}) => {
  const { body, rows, line } = unclosedQuote(2_000_000)
  await batch.open()
  await batch.choose({ name: 'large.csv', body: new Uint8Array(await body.arrayBuffer()) })
  await batch.opened()
  await batch.classifyAll()
  const count = rows.toLocaleString('en-US')
  await expect(page.getByText(`Read ${count} = ${count} classified + 0 without text.`)).toBeVisible()
  await page.getByText('1 piece of the file could not be read as rows.').click()
  await expect(page.getByText(`large.csv, line ${line.toLocaleString('en-US')}: `)).toBeVisible()

  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download what could not be read' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toBe('large-not-read.csv')
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^\d+,5,"open I love this app/)

  const file = await batch.save()
  expect(file.rows).toHaveLength(rows)
  expect(file.rows.at(-1)).toMatchObject({ id: String(rows), sentiment: 'negative' })
  expect(file.rows.at(-1)?.['review']).toMatch(/^Crashes every time/)
})

test('rows without an answer are listed with their row, their line and the reason', async ({
  batch,
  page,
}) => {
  await batch.open()
  await batch.choose({
    name: 'gaps.csv',
    body: `Stars,Review\n5,"two\nlines of praise"\n4,\n1,"${COMPLAINT}"\n3,\n`,
  })
  await batch.opened()
  await batch.classifyAll()
  await page.getByRole('button', { name: 'List the 2 not classified' }).click()
  const list = page.getByRole('table', { name: 'Rows not classified' })
  // Line breaks in a cell make lines run ahead of rows.
  await expect(list.getByRole('row')).toHaveText(['RowLineReason', '34Without text', '56Without text'])
})
