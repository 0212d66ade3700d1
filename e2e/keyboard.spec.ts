import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { COMPLAINT } from './support/reviews.ts'

test.use({ engine: 'stub' })

/** Presses Tab until `target` has the focus; fails when it is not among the next `most` stops. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press('Tab')
    if (await target.evaluateAll((all) => all.some((element) => element === document.activeElement))) return
  }
  await expect(target, `after ${most} stops`).toBeFocused({ timeout: 1 })
}

test('a review by keyboard alone', async ({ text, page }) => {
  await text.open()
  await tabTo(page, text.box)
  await page.keyboard.type(COMPLAINT)
  await text.expectAnswer('Negative')
  // The one announcer speaks after a pause; the answer itself is no live region.
  await expect(
    page.getByRole('status').filter({ hasText: /^Negative, (over )?\d+ percent, (not )?sure$/ }),
  ).toHaveCount(1)
  await tabTo(page, page.getByRole('button', { name: 'A film' }))
  await page.keyboard.press('Enter')
  await text.expectAnswer('Positive')
})

test('a file from opening to download by keyboard alone', async ({ batch, text, page }) => {
  await text.open()
  await tabTo(page, page.getByRole('tab', { name: 'Text' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Batch' })).toHaveAttribute('aria-selected', 'true')
  await tabTo(page, page.getByRole('button', { name: /^Try the sample/ }))
  await page.keyboard.press('Enter')
  await batch.opened()

  await tabTo(page, batch.textColumn)
  await tabTo(page, batch.classify)
  await page.keyboard.press('Enter')
  await batch.done()
  await expect(page.getByRole('status').filter({ hasText: 'Done: 290 rows classified' })).toHaveCount(1)

  await tabTo(page, batch.breakDown)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, batch.filter('All'), 80)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const negative = await batch.filterCount('Negative')
  await expect.poll(() => batch.matching()).toBe(negative)
  await tabTo(page, batch.search)
  await page.keyboard.type('the')
  await expect.poll(() => batch.matching()).toBeLessThan(negative)

  await tabTo(page, batch.download)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Download CSV' })
  await tabTo(page, dialog.getByRole('button', { name: 'All 300 rows' }))
  const arriving = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await arriving).suggestedFilename()).toBe('stridewell-reviews-sentiment.csv')
  await tabTo(page, dialog.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(batch.download).toBeFocused()

  const row = batch.results.getByRole('button', { name: /^Open row/ }).first()
  const firstOfFile = (await row.getAttribute('aria-label')) ?? ''
  await tabTo(page, batch.results.getByRole('button', { name: 'Sure' }))
  await page.keyboard.press('Enter')
  await expect(batch.results.getByRole('columnheader', { name: 'Sure' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  // The rows come a moment after the order: another one would be first once it is reached.
  await expect(row).not.toHaveAttribute('aria-label', firstOfFile)
  await tabTo(page, row)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Row / })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})
