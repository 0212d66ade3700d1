import type { Page } from '@playwright/test'
import { clean, hasText } from '../src/domain/clean.ts'
import { mixedTexts } from '../src/testing/mixedTexts.ts'
import { expect, test } from './fixtures.ts'
import { BatchPage } from './support/batchPage.ts'
import { toCsv, type Cells, type ParsedCsv } from './support/csv.ts'
import { overhear, overheard, type Overheard } from './support/overhear.ts'
import { expectTrueScores } from './support/truth.ts'
import { waitForWorkers } from './support/workers.ts'

/** As a file holds them: no NUL, which no table has, and no half characters, which UTF-8 has not. */
const TEXTS = mixedTexts(500).filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text))
const READABLE = TEXTS.map((text) => clean(text).text).filter(hasText)

test('500 mixed texts get the same bits with one worker, with two, stopped and continued, and one by one', async ({
  context,
}) => {
  test.setTimeout(15 * 60_000)
  const one = await batchOf(await context.newPage(), 1, finish)
  const two = await batchOf(await context.newPage(), 2, finish)
  const continued = await batchOf(await context.newPage(), 2, async (batch) => {
    await batch.classify.click()
    await batch.started()
    await batch.stop.click()
    await expect(batch.page.getByText(/^Stopped at /)).toBeVisible()
    await finish(batch)
  })
  const single = await oneByOne(await context.newPage(), one.csv.rows)

  for (const { heard, csv } of [two, continued]) {
    expect(heard.recorded).toEqual(one.heard.recorded)
    expect(csv.records).toEqual(one.csv.records)
  }
  const answers = [one.heard, two.heard, continued.heard, single].map((heard) => heard.answers)
  for (const text of READABLE) {
    const different = new Set(answers.flatMap((given) => given[text] ?? []))
    expect(different.size, text.slice(0, 80)).toBe(1)
  }
  for (const given of answers) expect(READABLE.filter((text) => given[text] === undefined)).toEqual([])
})

async function finish(batch: BatchPage): Promise<void> {
  await batch.classify.click()
  await batch.done(4 * 60_000)
}

/** Classifies the texts in the Batch view of a fresh page on so many workers. */
async function batchOf(
  page: Page,
  workers: number,
  run: (batch: BatchPage) => Promise<void>,
): Promise<{ heard: Overheard; csv: ParsedCsv }> {
  await page.addInitScript((count) => {
    localStorage.setItem(
      'undertone.engine',
      JSON.stringify({ version: 1, preferred: 'wasm', workers: count }),
    )
  }, workers)
  await overhear(page)
  const batch = new BatchPage(page)
  await batch.open()
  const rows = TEXTS.map((text, index) => [String(index), text])
  await batch.choose({ name: 'mixed.csv', body: toCsv([['Number', 'Review'], ...rows]) })
  await batch.opened()
  await run(batch)
  await waitForWorkers(page, 'undertone-inference', workers)
  const csv = await batch.save()
  expect(csv.rows).toHaveLength(TEXTS.length)
  const heard = await overheard(page)
  await page.close()
  return { heard, csv }
}

/** Asks for one text after the other, which gives the scores that a file of them has. */
async function oneByOne(page: Page, rows: readonly Cells[]): Promise<Overheard> {
  await overhear(page)
  await page.goto('')
  await page.evaluate(async (texts) => {
    for (const text of texts) await window.undertone.classify([text])
  }, TEXTS)
  await expectTrueScores(page, rows, 'Review')
  const heard = await overheard(page)
  await page.close()
  return heard
}
