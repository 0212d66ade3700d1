import { expect, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { readSample } from './support/sample.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
for (const { colorScheme, width } of [{ colorScheme: 'light', width: 1440 }, { colorScheme: 'dark', width: 360 },{ colorScheme: 'dark', width: 1440 },{ colorScheme: 'light', width: 360 }] as const) {
  test.describe(`${colorScheme} ${width}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } })
    test('shots', async ({ batch, page }) => {
      const shot = async (n: string) => { await page.screenshot({ path: `/tmp/wshots/${n}-${colorScheme}-${width}.png` }); await expectAccessible(page, n); await expectNoSidewaysScroll(page, n) }
      await batch.open()
      await batch.choose({ name: 'sample.csv', body: toCsv(readSample().records.slice(0, 45)) })
      await batch.opened()
      await batch.classify.click()
      await batch.done()
      await batch.results.getByRole('button', { name: 'Open row 3', exact: true }).press('Enter')
      await expect(page.getByRole('dialog', { name: 'Row 3' })).toBeVisible()
      await page.waitForTimeout(300)
      await shot('panel')
      await page.keyboard.press('1')
      await page.waitForTimeout(500)
      await shot('corrected')
      await page.keyboard.press('Escape')
      await page.waitForTimeout(300)
      await batch.results.scrollIntoViewIfNeeded()
      await shot('list')
      await batch.download.click()
      await page.waitForTimeout(300)
      await shot('dialog')
      await page.getByText('More choices').click()
      await shot('dialog-more')
    })
  })
}
