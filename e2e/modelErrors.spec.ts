import type { Route } from '@playwright/test'
import { expect, stubTest, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { WEIGHTS } from './support/model.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

const MISSING = 'The model could not be fetched.'
const DAMAGED = 'The model arrived damaged'

/** Ways in which a host can fail to deliver the weights. */
const FAILURES: Readonly<Record<string, { answer: (route: Route) => Promise<void>; says: string }>> = {
  'is missing on the host': { answer: (route) => route.fulfill({ status: 404 }), says: MISSING },
  'cannot be reached': { answer: (route) => route.abort(), says: MISSING },
  'arrives with one bit flipped': {
    answer: async (route) => {
      const response = await route.fetch()
      const body = await response.body()
      body[body.length >> 1]! ^= 1
      await route.fulfill({ response, body })
    },
    says: DAMAGED,
  },
  'arrives cut off': {
    answer: async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.body()).subarray(0, 1_000_000) })
    },
    says: DAMAGED,
  },
}

for (const [what, { answer, says }] of Object.entries(FAILURES)) {
  test(`when the model ${what} the page says so, and “Try again” answers the text`, async ({
    text,
    page,
    noise,
  }) => {
    // The browser itself logs requests that fail.
    noise.expect(/Failed to load resource/)
    await page.route(WEIGHTS, answer)
    await text.open()
    await text.box.fill(PRAISE)
    await expect(text.status).toContainText(says)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(says)
    await expect(alert).toContainText('What you typed or opened is kept')

    // It may fail again: the second failure is held back until the first one is seen to be gone.
    let fail: () => void = () => undefined
    const held = new Promise<void>((resolve) => (fail = resolve))
    await page.unroute(WEIGHTS)
    await page.route(WEIGHTS, async (route) => {
      await held
      await answer(route)
    })
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(text.status).toHaveText('Fetching the model')
    fail()
    await expect(text.status).toContainText(says)
    await expect(alert).toContainText(says)
    await page.unroute(WEIGHTS)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await text.ready()
    await expect(text.box).toHaveValue(PRAISE)
    await text.expectAnswer('Positive')
    await expect(alert).toHaveCount(0)
  })
}

test('a host that answers missing files with its start page has no model', async ({
  text,
  page,
  startPageSite,
}) => {
  await page.route(WEIGHTS, (route) => route.continue({ url: `${startPageSite.url}no/such/file.onnx` }))
  await page.goto(startPageSite.url)
  await expect(text.status).toContainText(MISSING)
  await page.getByRole('button', { name: 'Model details' }).click()
  const dialog = page.getByRole('dialog', { name: 'Model details' })
  await expect(dialog.getByRole('alert')).toContainText('a web page instead of a file')
  await page.unroute(WEIGHTS)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog.getByText('Agreement')).toBeVisible()
  await page.keyboard.press('Escape')
  await text.ready()
})

stubTest(
  'a batch without a model says so, and continues with “Try again”',
  async ({ batch, page, noise }) => {
    noise.expect(/Failed to load resource/)
    await page.route(WEIGHTS, (route) => route.fulfill({ status: 404 }))
    await batch.open()
    await batch.choose({ name: 'waiting.csv', body: toCsv([['Review'], [PRAISE], [COMPLAINT]]) })
    await batch.opened()
    await batch.classify.click()
    await expect(batch.alert).toContainText(MISSING)
    await page.unroute(WEIGHTS)
    await batch.alert.getByRole('button', { name: 'Try again' }).click()
    await batch.done()
    const { rows } = await batch.save()
    expect(rows.map((row) => row['sentiment'])).toEqual(['positive', 'negative'])
  },
)

stubTest(
  'a browser that refuses to store the model still classifies, and Model details says so',
  async ({ text, page }) => {
    await page.addInitScript(() => {
      CacheStorage.prototype.open = () => Promise.reject(new DOMException('no storage here', 'SecurityError'))
    })
    await text.open()
    await text.ready()
    await text.box.fill(COMPLAINT)
    await text.expectAnswer('Negative')
    await page.getByRole('button', { name: 'Model details' }).click()
    const dialog = page.getByRole('dialog', { name: 'Model details' })
    await expect(dialog.getByText('Not kept for the next visit')).toBeVisible()
    await expect(dialog.getByText('The browser refused to store the model.')).toBeVisible()
  },
)

stubTest(
  'a second visit takes the model from the browser, and repairs a stored copy that is damaged',
  async ({ text, page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const weightsAsked = (): number => asked.filter((url) => url.endsWith('.onnx')).length
    await text.open()
    await text.ready()
    expect(weightsAsked()).toBe(1)
    await page.reload()
    await text.ready()
    expect(weightsAsked()).toBe(1)
    await page.getByRole('button', { name: 'Model details' }).click()
    const dialog = page.getByRole('dialog', { name: 'Model details' })
    await expect(dialog.getByText('from this browser’s storage')).toBeVisible()
    await expect(dialog.getByText('Kept in this browser for the next visit')).toBeVisible()

    const damaged = await page.evaluate(async () => {
      let count = 0
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          if (!request.url.endsWith('.onnx')) continue
          await cache.put(request, new Response('damaged'))
          count++
        }
      }
      return count
    })
    expect(damaged).toBe(1)
    await page.reload()
    await text.ready()
    expect(weightsAsked()).toBe(2)
    await text.box.fill(PRAISE)
    await text.expectAnswer('Positive')
  },
)
