import type { BrowserContext, Page } from '@playwright/test'
import { clean, hasText } from '../../src/domain/clean.ts'
import { mixedTexts } from '../../src/testing/mixedTexts.ts'
import { expect } from '../fixtures.ts'
import { BatchPage } from './batchPage.ts'
import { toCsv, type Cells, type ParsedCsv } from './csv.ts'
import { overhear, overheard, type Overheard } from './overhear.ts'
import { expectTrueScores } from './truth.ts'
import { waitForWorkers } from './workers.ts'

/**
 * Classifies `count` mixed texts on one worker, on two, stopped and continued, and one by one through the page's own
 * interface: every text gets the same bits each time.
 */
export async function expectSameAnswers(context: BrowserContext, count: number): Promise<void> {
  const texts = asInFiles(mixedTexts(count))
  const one = await batchOf(await context.newPage(), texts, 1, finish)
  const two = await batchOf(await context.newPage(), texts, 2, finish)
  const continued = await batchOf(await context.newPage(), texts, 2, async (batch) => {
    await batch.classify.click()
    await batch.started()
    await batch.stop.click()
    await expect(batch.page.getByText(/^Stopped at /)).toBeVisible()
    await finish(batch)
  })
  const single = await oneByOne(await context.newPage(), texts, one.csv.rows)

  for (const { heard, csv } of [two, continued]) {
    expect(heard.recorded).toEqual(one.heard.recorded)
    expect(csv.records).toEqual(one.csv.records)
  }
  const answers = [one.heard, two.heard, continued.heard, single].map((heard) => heard.answers)
  const readable = texts.map((text) => clean(text).text).filter(hasText)
  for (const text of readable) {
    const different = new Set(answers.flatMap((given) => given[text] ?? []))
    expect(different.size, text.slice(0, 80)).toBe(1)
  }
  for (const given of answers) expect(readable.filter((text) => given[text] === undefined)).toEqual([])
}

/** Without NUL, which no table has, and half characters, which UTF-8 has not. */
function asInFiles(texts: readonly string[]): string[] {
  return texts.filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text))
}

async function finish(batch: BatchPage): Promise<void> {
  await batch.classify.click()
  await batch.done(4 * 60_000)
}

/** Classifies the texts in the Batch view of a fresh page on so many workers. */
async function batchOf(
  page: Page,
  texts: readonly string[],
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
  const rows = texts.map((text, index) => [String(index), text])
  await batch.choose({ name: 'mixed.csv', body: toCsv([['Number', 'Review'], ...rows]) })
  await batch.opened()
  await run(batch)
  await waitForWorkers(page, 'undertone-inference', workers)
  const csv = await batch.save()
  expect(csv.rows).toHaveLength(texts.length)
  const heard = await overheard(page)
  await page.close()
  return { heard, csv }
}

/** Asks for one text after the other, which gives the scores that a file of them has. */
async function oneByOne(page: Page, texts: readonly string[], rows: readonly Cells[]): Promise<Overheard> {
  await overhear(page)
  await page.goto('')
  await page.evaluate(async (each) => {
    for (const text of each) await window.undertone.classify([text])
  }, texts)
  await expectTrueScores(page, rows, 'Review')
  const heard = await overheard(page)
  await page.close()
  return heard
}
