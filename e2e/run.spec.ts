import { expect, test } from './fixtures.ts'
import { toCsv, type TestFile } from './support/csv.ts'
import { reviews } from './support/reviews.ts'
import { expectTrueScores } from './support/truth.ts'
import { crash, KILLED, vanish, waitForWorkers } from './support/workers.ts'

const ROWS = 1_200

/** Numbered rows with different texts; every fiftieth has none. */
function file(name: string): TestFile {
  const rows = reviews(ROWS).map((text, index) => [String(index), index % 50 === 49 ? '' : text])
  return { name, body: toCsv([['Number', 'Review'], ...rows]) }
}

const WITH_TEXT = ROWS - ROWS / 50

test('Stop keeps what is done, and Classify continues until every row is classified once', async ({
  batch,
  page,
}) => {
  await batch.open()
  await batch.choose(file('stopped.csv'))
  await batch.opened()
  await batch.classify.click()
  await expect(batch.classify).toHaveAttribute('aria-disabled', 'true')
  await expect(batch.progress).toHaveAttribute('aria-valuemax', String(WITH_TEXT))
  await expect.poll(() => batch.rowsDone()).toBeGreaterThan(0)
  await batch.stop.click()
  await expect(page.getByText(/^Stopped at /)).toBeVisible()

  const stoppedAt = await batch.rowsDone()
  expect(stoppedAt).toBeLessThan(WITH_TEXT)
  await expect(page.getByText(/^Read 1,200 = /)).toContainText('24 without text')
  await expect.poll(() => batch.filterCount('Not classified')).toBeLessThanOrEqual(WITH_TEXT - stoppedAt)
  const half = await batch.save()
  const answered = half.rows.filter((row) => row['sentiment'] !== '')
  expect(answered.length).toBeGreaterThanOrEqual(stoppedAt)
  expect(answered.length).toBe(WITH_TEXT - (await batch.filterCount('Not classified')))
  expect(half.rows.map((row) => row['Number'])).toEqual(numbers())

  await batch.classify.click()
  await expect(batch.progress).toHaveAttribute('aria-valuemax', String(WITH_TEXT))
  await batch.done()
  await expect(page.getByText('Read 1,200 = 1,176 classified + 24 without text.')).toBeVisible()
  const whole = await batch.save()
  expect(whole.rows.map((row) => row['Number'])).toEqual(numbers())
  for (const row of answered) expect(whole.rows[Number(row['Number'])]).toEqual(row)
  await expectTrueScores(page, whole.rows, 'Review')
})

test('a worker that crashes in the middle of a run costs nothing', async ({ batch, page, noise }) => {
  noise.expect(new RegExp(KILLED))
  await batch.open()
  await batch.choose(file('crashed.csv'))
  await batch.opened()
  await batch.classify.click()
  const workers = await waitForWorkers(page, 'undertone-inference', 2)
  await expect.poll(() => batch.rowsDone()).toBeGreaterThan(0)
  await crash(workers[0]!)
  await expect.poll(() => page.workers().includes(workers[0]!)).toBe(false)
  await batch.done()
  const { rows } = await batch.save()
  expect(rows.map((row) => row['Number'])).toEqual(numbers())
  expect(rows.filter((row) => row['sentiment'] !== '')).toHaveLength(WITH_TEXT)
  await expectTrueScores(page, rows, 'Review')
})

test('a worker that falls silent in the middle of a run costs nothing but time', async ({ batch, page }) => {
  test.slow()
  await batch.open()
  await batch.choose(file('silent.csv'))
  await batch.opened()
  await batch.classify.click()
  const [worker] = await waitForWorkers(page, 'undertone-inference', 2)
  await expect.poll(() => batch.rowsDone()).toBeGreaterThan(0)
  await vanish(worker!)
  await batch.done(90_000)
  const { rows } = await batch.save()
  expect(rows.map((row) => row['Number'])).toEqual(numbers())
  await expectTrueScores(page, rows, 'Review')
})

test('progress only grows and says how far, how fast and how long', async ({ batch, page }) => {
  await batch.open()
  await batch.choose(file('progress.csv'))
  await batch.opened()
  await batch.classify.click()
  await expect(page.getByText(/of 1,176 rows · [\d,]+ rows a second · .+ left/)).toBeVisible()
  // Results appear while it runs, and say that they are not all.
  await expect(batch.results).toBeVisible()
  await expect(page.getByText(/rows with text, shown so far: /)).toBeVisible()
  const seen: number[] = []
  while (await page.getByText(/^Done in /).isHidden()) seen.push(await batch.rowsDone())
  const known = seen.filter((done) => !Number.isNaN(done))
  expect(known).toEqual(known.toSorted((a, b) => a - b))
})

test('leaving asks while answers are unsaved, and does not ask once they are', async ({ batch, page }) => {
  await batch.open()
  await batch.choose({ name: 'leave.csv', body: toCsv([['Review'], ...reviews(5).map((text) => [text])]) })
  await batch.opened()
  await batch.classifyAll()
  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing

  await batch.save()
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
})

function numbers(): string[] {
  return Array.from({ length: ROWS }, (_, index) => String(index))
}
