import { expect, test } from './fixtures.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test.use({ engine: 'stub' })

const SENT = /This page was opened by an old-style link, which sent the text to the page’s host/

test('#text= opens the text with its answer; another such link in the same page, too', async ({
  text,
  page,
}) => {
  await text.open(`#text=${encodeURIComponent(PRAISE)}`)
  await expect(text.box).toHaveValue(PRAISE)
  await text.expectAnswer('Positive')
  await expect(page.getByText(SENT)).toHaveCount(0)

  const tricky = `${COMPLAINT} 100 % & more + “quotes” 😡`
  await page.evaluate((hash) => window.location.assign(hash), `#text=${encodeURIComponent(tricky)}`)
  await expect(text.box).toHaveValue(tricky)
  await text.expectAnswer('Negative')
})

test('no host sees the text of a #text= link', async ({ text, page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await text.open('#text=Zanzibar+quokka')
  await text.ready()
  await expect(text.result.getByRole('paragraph').first()).toBeVisible()
  expect(asked.length).toBeGreaterThan(3)
  // A request's fragment stays in the browser; Playwright shows it on the page's own address all the same.
  expect(
    asked.filter((url) => new URL(url).search.includes('quokka') || new URL(url).pathname.includes('quokka')),
  ).toEqual([])
})

test('?input_str= opens the text, says that it was sent, and offers the link that sends nothing', async ({
  text,
  page,
}) => {
  await text.open('?input_str=I+hate+it%2C+it+crashes+%26+lags')
  await expect(text.box).toHaveValue('I hate it, it crashes & lags')
  await text.expectAnswer('Negative')
  await expect(page.getByText(SENT)).toBeVisible()

  const link = page.getByRole('link', { name: /#text=/ })
  const address = await link.getAttribute('href')
  expect(address).toBe(
    new URL('#text=I%20hate%20it%2C%20it%20crashes%20%26%20lags', page.url().split('?')[0]).href,
  )
  await link.click()
  await page.waitForURL(/#text=/)
  await expect(text.box).toHaveValue('I hate it, it crashes & lags')
  await expect(page.getByText(SENT)).toHaveCount(0)
})
