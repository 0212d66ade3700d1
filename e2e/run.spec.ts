import { expect, stubTest, test } from './fixtures.ts'
import type { BatchPage } from './support/batchPage.ts'
import { toCsv, type TestFile } from './support/csv.ts'
import { killWorkersAt, killWorkersUntil, randomMoments } from './support/killing.ts'
import { reviews } from './support/reviews.ts'
import { createAskOnce, expectTrueScores } from './support/truth.ts'
import { crash, KILLED, outwaitSilence, vanish, waitForWorkers } from './support/workers.ts'

const ROWS = 600
const WITHOUT_TEXT = 12
const WITH_TEXT = ROWS - WITHOUT_TEXT

/** The files hold the same texts, whose answers do not change with what happens to the workers. */
const askOnce = createAskOnce()

/** Numbered rows with different texts; every fiftieth has none. */
function file(name: string): TestFile {
  const rows = reviews(ROWS).map((text, index) => [String(index), index % 50 === 49 ? '' : text])
  return { name, body: toCsv([['Number', 'Review'], ...rows]) }
}

async function begin(batch: BatchPage, name: string): Promise<void> {
  await batch.open()
  await batch.choose(file(name))
  await batch.opened()
  await batch.classify.click()
}

/** Every row once and in order, with the scores that its text gets alone. */
async function expectNothingLost(batch: BatchPage): Promise<void> {
  const { rows } = await batch.save()
  expect(rows.map((row) => row['Number'])).toEqual(numbers())
  await expectTrueScores(batch.page, rows, 'Review', askOnce)
}

test('Stop keeps what is done, and Classify continues until every row is classified once', async ({
  batch,
  page,
}) => {
  await begin(batch, 'stopped.csv')
  await expect(batch.classify).toHaveAttribute('aria-disabled', 'true')
  await batch.started()
  await batch.stop.click()
  await expect(page.getByText(/^Stopped at /)).toBeVisible()

  const stoppedAt = await batch.rowsDone()
  expect(stoppedAt).toBeLessThan(WITH_TEXT)
  await expect(page.getByText(/^Read 600 = /)).toContainText('12 without text')
  await expect.poll(() => batch.filterCount('Not classified')).toBeLessThanOrEqual(WITH_TEXT - stoppedAt)
  const half = await batch.save()
  const answered = half.rows.filter((row) => row['sentiment'] !== '')
  expect(answered.length).toBeGreaterThanOrEqual(stoppedAt)
  expect(answered.length).toBe(WITH_TEXT - (await batch.filterCount('Not classified')))
  expect(half.rows.map((row) => row['Number'])).toEqual(numbers())

  await batch.classify.click()
  await batch.done()
  await expect(page.getByText('Read 600 = 588 classified + 12 without text.')).toBeVisible()
  const whole = await batch.save()
  expect(whole.rows.map((row) => row['Number'])).toEqual(numbers())
  for (const row of answered) expect(whole.rows[Number(row['Number'])]).toEqual(row)
  expect(whole.rows.filter((row) => row['sentiment'] !== '')).toHaveLength(WITH_TEXT)
})

test('a worker that crashes in the middle of a run costs nothing', async ({ batch, page, noise }) => {
  noise.expect(new RegExp(KILLED))
  await begin(batch, 'crashed.csv')
  const [worker] = await waitForWorkers(page, 'undertone-inference', 2)
  await batch.started()
  await crash(worker!)
  await expect.poll(() => page.workers().includes(worker!)).toBe(false)
  await batch.done()
  await expectNothingLost(batch)
})

test('workers killed at eight random moments cost nothing, and it is said once', async ({
  batch,
  page,
  noise,
}) => {
  test.slow()
  noise.expect(new RegExp(KILLED))
  await begin(batch, 'killed.csv')
  await batch.started()
  await killWorkersAt(batch, randomMoments(8, ROWS / 2, 3), Infinity)
  await batch.done(120_000)
  await expect(page.getByText(/stopped and was replaced/)).toHaveCount(1)
  await expectNothingLost(batch)
})

test('when no worker is left the model is loaded again, nothing is lost, and it is said', async ({
  batch,
  page,
  noise,
}) => {
  test.slow()
  noise.expect(new RegExp(KILLED))
  await begin(batch, 'storm.csv')
  await batch.started()
  await killWorkersUntil(page, async () => (await batch.status.textContent())?.startsWith('Ready') === false)
  await batch.done(120_000)
  await expect(page.getByText(/stopped and was replaced/)).toHaveCount(1)
  await expectNothingLost(batch)
})

test('a worker that falls silent in the middle of a run costs nothing but time', async ({ batch, page }) => {
  await page.clock.install()
  await begin(batch, 'silent.csv')
  const [worker] = await waitForWorkers(page, 'undertone-inference', 2)
  await batch.started()
  await vanish(worker!)
  const before = await batch.rowsDone()
  await outwaitSilence(page, () => expect.poll(() => batch.rowsDone()).toBeGreaterThan(before))
  await batch.done()
  await expectNothingLost(batch)
})

test('progress only grows and says how far, how fast and how long', async ({ batch, page }) => {
  await batch.open()
  await batch.choose({
    name: 'progress.csv',
    body: toCsv([['Review'], ...reviews(5_000).map((text) => [text])]),
  })
  await batch.opened()
  await batch.classify.click()
  await expect(page.getByText(/of 5,000 rows · [\d,.]+ rows a second · .+ left/)).toBeVisible()
  await expect(batch.progress).toHaveAttribute('aria-valuemax', '5000')
  // Results appear while it runs, and say that they are not all.
  await expect(batch.results).toBeVisible()
  await expect(page.getByText(/rows with text, shown so far: /)).toBeVisible()
  const seen: number[] = []
  while (new Set(seen).size < 5) seen.push(await batch.rowsDone())
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
})

stubTest(
  'leaving asks while answers are unsaved, and does not ask once they are',
  async ({ batch, page }) => {
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
  },
)

function numbers(): string[] {
  return Array.from({ length: ROWS }, (_, index) => String(index))
}
