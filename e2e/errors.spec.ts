import { rm } from 'node:fs/promises'
import { expect, stubTest, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { COMPLAINT, PRAISE, reviews } from './support/reviews.ts'
import { crash, KILLED, outwaitSilence, vanish, waitForWorkers } from './support/workers.ts'

const GOOD = { name: 'good.csv', body: toCsv([['Review'], [PRAISE], [COMPLAINT]]) }
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

const REFUSED = [
  { name: 'photo.png', body: PNG, says: 'This does not look like a table of reviews.' },
  { name: 'renamed.csv', body: PNG, says: 'This does not look like a table of reviews.' },
  { name: 'binary.csv', body: Buffer.alloc(5_000), says: 'This does not look like a table of reviews.' },
  {
    name: 'page.csv',
    body: '<!doctype html><html><body>Sign in</body></html>',
    says: 'This does not look like a table',
  },
  { name: 'empty.csv', body: '', says: 'There are no rows in this file.' },
  { name: 'header.csv', body: 'Stars,Review\r\n', says: 'There are no rows in this file.' },
]

stubTest('what is no table is refused in words, and leaves what was there', async ({ batch, page }) => {
  /** Drops a file; only a new message is one of this file. */
  async function refuse({ says, ...file }: (typeof REFUSED)[number]): Promise<void> {
    for (const old of await batch.alert.all())
      await old.evaluate((alert) => alert.setAttribute('data-old', ''))
    await batch.drop(file)
    await expect(page.locator('[role=alert]:not([data-old])'), file.name).toContainText(says)
  }

  await batch.openWithoutModel()
  for (const file of REFUSED) {
    await refuse(file)
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  }
  await batch.drop(GOOD)
  await batch.opened()
  await expect(batch.alert).toHaveCount(0)
  for (const file of REFUSED) {
    await refuse(file)
    await expect(page.getByRole('heading', { name: GOOD.name })).toBeVisible()
    expect(await batch.previewRows()).toEqual([[PRAISE], [COMPLAINT]])
  }
})

stubTest(
  'a file without a column of text is open, says so, and any column can be chosen',
  async ({ batch, page }) => {
    await batch.open()
    await batch.choose({
      name: 'numbers.csv',
      body: toCsv([
        ['Id', 'Stars'],
        ...Array.from({ length: 50 }, (_, index) => [String(1000 + index * 7), '5']),
      ]),
    })
    await expect(batch.alert).toContainText('No column of this file holds text.')
    await expect(page.getByText('50 rows ·')).toBeVisible()
    await expect(batch.classify).toHaveAttribute('aria-disabled', 'true')
    await batch.textColumn.selectOption('Stars')
    await expect(batch.alert).toHaveCount(0)
    await batch.opened()
    await batch.classifyAll()
    expect(await batch.filterCount('All')).toBe(50)
  },
)

stubTest('a file that disappears from the disk is reported, and answers are kept', async ({ batch }) => {
  await batch.open()
  const [path = ''] = await batch.choose(GOOD)
  await batch.opened()
  await batch.classifyAll()
  await rm(path)
  await batch.download.click()
  await batch.page.getByRole('button', { name: 'All 2 rows' }).click()
  await expect(batch.alert).toContainText('The browser could not read this file.')
  await expect(batch.distribution).toBeVisible()
})

const DEATHS = {
  crashes: crash,
  'falls silent': vanish,
}

for (const [how, end] of Object.entries(DEATHS)) {
  stubTest(
    `a data worker that ${how} is reported, and the file can be opened again`,
    async ({ batch, page, noise }) => {
      noise.expect(new RegExp(KILLED))
      await page.clock.install()
      await batch.open()
      await batch.choose(GOOD)
      await batch.opened()
      await batch.classifyAll()
      const [worker] = await waitForWorkers(page, 'undertone-table', 1)
      await end(worker!)
      await expect.poll(() => page.workers().includes(worker!)).toBe(false)
      await batch.filter('Positive').click()
      await outwaitSilence(page, () => Promise.resolve())
      await expect(batch.alert).toContainText('The part of the page that holds your file stopped.')
      await expect(batch.alert).toContainText('Open the file again.')
      const { rows } = await batch.run({ ...GOOD, name: 'again.csv' })
      expect(rows.map((row) => row['sentiment'])).toEqual(['positive', 'negative'])
    },
  )
}

test('a data worker that crashes while it is busy ends the run in words', async ({ batch, page, noise }) => {
  noise.expect(new RegExp(KILLED))
  await batch.open()
  await batch.choose({ name: 'busy.csv', body: toCsv([['Review'], ...reviews(1_000).map((text) => [text])]) })
  await batch.opened()
  await batch.classify.click()
  await batch.started()
  const [worker] = await waitForWorkers(page, 'undertone-table', 1)
  await crash(worker!)
  await expect(batch.alert).toContainText('The part of the page that holds your file stopped.')
  const { rows } = await batch.run({ ...GOOD, name: 'after.csv' })
  expect(rows.map((row) => row['sentiment'])).toEqual(['positive', 'negative'])
})

stubTest(
  'a Batch view that cannot be fetched says so, and “Try again” fetches it',
  async ({ batch, text, page, noise }) => {
    noise.expect(/ERR_FAILED|BatchView-/)
    const preloadFailed = page.waitForEvent('requestfailed', (request) =>
      request.url().includes('BatchView-'),
    )
    await page.route('**/BatchView-*', (route) => route.abort())
    await text.open()
    await text.ready()
    await preloadFailed
    await page.getByRole('tab', { name: 'Batch' }).click()
    await expect(batch.alert).toContainText('This part of the page could not be fetched.')
    await page.unroute('**/BatchView-*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await batch.choose(GOOD)
    await batch.opened()
    // Without its styles a table is drawn as the browser draws tables.
    await expect(batch.preview).toHaveCSS('border-collapse', 'collapse')
  },
)
