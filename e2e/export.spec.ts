import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { BatchPage } from './support/batchPage.ts'
import { parseCsv, toCsv, type ParsedCsv } from './support/csv.ts'
import { PRAISE, COMPLAINT } from './support/reviews.ts'
import { ADDED } from './support/truth.ts'

test.use({ engine: 'stub' })

const COLUMNS = ['id', 'review', '__proto__', 'sum']
const RECORDS = [
  ['1', PRAISE, 'a;b|c\td,e', '-5'],
  ['2', COMPLAINT, '=1+1', "'=2+2"],
  ['3', '', 'schön 😀 "quoted"', '-'],
  ['4', 'It was fine I suppose,\nnothing special.', "'=3", '+49 30 123'],
]
const FILE = { name: 'own.csv', body: toCsv([COLUMNS, ...RECORDS]) }

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Download CSV' })

async function classified(batch: BatchPage): Promise<void> {
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
}

/** The dialog, with everything that can be chosen in view. */
async function asking({ download, page }: BatchPage): Promise<Locator> {
  await download.click()
  const dialog = dialogOf(page)
  await dialog.getByText('More choices').click()
  return dialog
}

async function saved(batch: BatchPage, dialog: Locator): Promise<{ name: string; bytes: Buffer }> {
  const arriving = batch.page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^All / }).click()
  const file = await arriving
  await expect(dialog.getByText(/saved\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** The product's own columns of what it wrote, opened and written again by itself without any change. */
async function readAgain(
  batch: BatchPage,
  file: { name: string; bytes: Buffer; guarded?: boolean },
): Promise<ParsedCsv> {
  await batch.choose({ name: file.name, body: file.bytes })
  await expect(batch.page.getByRole('heading', { name: file.name })).toBeVisible()
  await batch.opened()
  // Which of the texts is the review is not what this is about.
  await batch.textColumn.selectOption('review')
  await batch.opened()
  const note = batch.page.getByText('In 1 row an earlier download had put an apostrophe before formulas')
  await expect(note).toHaveCount(file.guarded === true ? 1 : 0)
  await batch.classifyAll()
  const dialog = await asking(batch)
  await dialog.getByRole('checkbox', { name: 'Guard formulas' }).uncheck()
  await dialog.getByRole('combobox', { name: 'Delimiter' }).selectOption('Comma')
  return parseCsv((await saved(batch, dialog)).bytes.toString('utf8'))
}

const CHOICES = [
  { delimiter: 'Semicolon', encoding: 'UTF-8', guard: true, name: 'own-sentiment.csv' },
  { delimiter: 'Tab', encoding: 'UTF-16, twice the size', guard: true, name: 'own-sentiment.tsv' },
  { delimiter: 'Bar', encoding: 'UTF-16, twice the size', guard: false, name: 'own-sentiment.csv' },
]

for (const { delimiter, encoding, guard, name } of CHOICES) {
  const how = `${delimiter}, ${encoding}, ${guard ? 'guarded' : 'not guarded'}`
  test(`what is saved opens again as it was: ${how}`, async ({ batch }) => {
    await classified(batch)
    const dialog = await asking(batch)
    await dialog.getByRole('combobox', { name: 'Delimiter' }).selectOption({ label: delimiter })
    await dialog.getByRole('combobox', { name: 'Encoding' }).selectOption({ label: encoding })
    await dialog.getByRole('checkbox', { name: 'Guard formulas' }).setChecked(guard)
    const file = await saved(batch, dialog)
    expect(file.name).toBe(name)
    const utf16 = encoding.startsWith('UTF-16')
    expect([...file.bytes.subarray(0, 2)]).toEqual(utf16 ? [0xff, 0xfe] : [0xef, 0xbb])
    const text = file.bytes.toString(utf16 ? 'utf16le' : 'utf8')
    expect(text.includes("'=1+1")).toBe(guard)
    // In a row with a formula an apostrophe of the person's own is kept apart from the guard's.
    expect(text.includes("''=2+2")).toBe(guard)
    expect(text.includes("''=3")).toBe(false)
    expect(text).toMatch(/[;|\t]-5[;|\t]/)

    const again = await readAgain(batch, { ...file, guarded: guard })
    expect(again.columns.slice(0, COLUMNS.length)).toEqual(COLUMNS)
    expect(again.records.slice(1).map((cells) => cells.slice(0, COLUMNS.length))).toEqual(RECORDS)
  })
}

test('JSON Lines: one object a row, which opens again as it was', async ({ batch }) => {
  await classified(batch)
  const dialog = await asking(batch)
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'JSON Lines, for programs' })
  const file = await saved(batch, dialog)
  expect(file.name).toBe('own-sentiment.jsonl')
  const lines = file.bytes.toString('utf8').trimEnd().split('\n')
  const rows = lines.map((line) => new Map(Object.entries(JSON.parse(line) as object)))
  expect(rows.map((row) => [...row.keys()])).toEqual(RECORDS.map(() => [...COLUMNS, ...ADDED]))
  expect(rows.map((row) => COLUMNS.map((column) => row.get(column) as unknown))).toEqual(RECORDS)
  const sentiments = rows.map((row) => row.get('sentiment') as unknown)
  expect(sentiments.slice(0, 3)).toEqual(['positive', 'negative', null])
  expect(rows[0]?.get('p_positive')).toBeGreaterThan(0.5)
  expect(rows[2]?.get('confidence')).toBeNull()
  expect(rows[2]?.get('flags')).toEqual(['no_text'])

  const again = await readAgain(batch, file)
  expect(again.records.slice(1).map((cells) => cells.slice(0, COLUMNS.length))).toEqual(RECORDS)
})

/** Instead of asking the person, who is a test: a real handle in the page's own file system. */
async function pickPrivately(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        const folder = await navigator.storage.getDirectory()
        return folder.getFileHandle(suggestedName, { create: true })
      },
    })
  })
}

/** Names of what lies there. Nothing is read: a file may just be on its way out. */
async function namesOfFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names: string[] = []
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name)
    return names
  })
}

/** Names and contents of what lies there. */
async function filesOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {}
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      if (handle instanceof FileSystemFileHandle) found[handle.name] = await (await handle.getFile()).text()
    }
    return found
  })
}

test('a file is written where the person chooses, by the worker itself', async ({ batch, page }) => {
  await pickPrivately(page)
  await classified(batch)
  const dialog = await asking(batch)
  await dialog.getByRole('combobox', { name: 'Save' }).selectOption({ label: 'Where I choose' })
  await dialog.getByRole('button', { name: 'All 4 rows' }).click()
  await expect(dialog.getByText('4 rows saved.')).toBeVisible()
  const files = await filesOf(page)
  expect(Object.keys(files)).toEqual(['own-sentiment.csv'])
  await dialog.getByRole('button', { name: 'Done' }).click()
  const { bytes } = await batch.save()
  expect(`\uFEFF${files['own-sentiment.csv'] ?? ''}`).toBe(Buffer.from(bytes).toString('utf8'))
})

test('choosing no place is no error, and everything is still there', async ({ batch, page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'))
    Object.assign(window, { showSaveFilePicker: refuse })
  })
  await classified(batch)
  const dialog = await asking(batch)
  await dialog.getByRole('combobox', { name: 'Save' }).selectOption({ label: 'Where I choose' })
  await dialog.getByRole('button', { name: 'All 4 rows' }).click()
  await expect(dialog.getByText('Nothing was saved.')).toBeVisible()
  await expect(batch.alert).toHaveCount(0)
  await dialog.getByRole('combobox', { name: 'Save' }).selectOption({ label: 'With your downloads' })
  expect((await saved(batch, dialog)).name).toBe('own-sentiment.csv')
})

test('a large file asks for a place, shows how far it is, and leaves nothing when it is cancelled', async ({
  batch,
  page,
}) => {
  test.setTimeout(180_000)
  await pickPrivately(page)
  await batch.open()
  const filler = 'x'.repeat(180)
  const rows = Array.from({ length: 290_000 }, (_, row) => `${row},${row < 20 ? PRAISE : ''},${filler}\n`)
  await batch.choose({ name: 'large.csv', body: `id,review,note\n${rows.join('')}` })
  await expect(batch.textColumn).toBeVisible({ timeout: 90_000 })
  await batch.opened()
  await batch.classifyAll()

  await batch.download.click()
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: /^All / }).click()
  const bar = dialog.getByRole('progressbar', { name: 'Download progress' })
  await expect(bar).toHaveAttribute('aria-valuetext', /[\d,]+ of 290,000 rows written/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByText('Nothing was saved.')).toBeVisible()
  await expect.poll(() => namesOfFiles(page)).toEqual([])

  await dialog.getByRole('button', { name: /^All / }).click()
  await expect(dialog.getByText('290,000 rows saved.')).toBeVisible({ timeout: 60_000 })
  const text = (await filesOf(page))['large-sentiment.csv'] ?? ''
  expect(text.split('\r\n')).toHaveLength(290_002)
})
