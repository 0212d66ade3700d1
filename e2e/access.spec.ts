import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { toCsv } from './support/csv.ts'
import { holdModel } from './support/model.ts'
import { PRAISE } from './support/reviews.ts'
import { readSample } from './support/sample.ts'

test.use({ engine: 'stub' })

/** axe looks a hundred times, up to two seconds each on a slow machine. */
const ALL_LOOKS = 240_000

/** One line opens a quote; every date can be read in two ways. */
const BROKEN = `Date,Title,Review\n03/04/2026,Good,${PRAISE.replaceAll(',', '')}\n04/05/2026,Bad,"never closed\n05/06/2026,Fine,Still here and fine\n`

test('the Text view is accessible in every state', async ({ text, page }) => {
  test.setTimeout(ALL_LOOKS)
  const release = await holdModel(page)
  await text.open('?input_str=old')
  await expectAccessible(page, 'waiting for the model, with the note on the link')
  release()
  await text.ready()
  await text.box.fill('')
  await expect(text.result).toHaveCount(0)
  await expectAccessible(page, 'empty')
  await text.box.fill(`<b>${PRAISE}</b>`)
  await text.expectAnswer('Positive')
  await expectAccessible(page, 'answered')
  for (const name of ['How to check', 'Model details']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the Batch view is accessible in every state', async ({ batch, page }) => {
  test.setTimeout(ALL_LOOKS)
  const release = await holdModel(page)
  await batch.open()
  await expectAccessible(page, 'empty')
  await page.getByRole('button', { name: 'Paste rows' }).click()
  await expect(page.getByRole('dialog', { name: 'Paste rows' })).toBeVisible()
  await expectAccessible(page, 'paste dialog')
  await page.keyboard.press('Escape')
  await batch.drop({ name: 'binary.csv', body: Buffer.alloc(5_000) })
  await expect(batch.alert).toBeVisible()
  await expectAccessible(page, 'problem')
  await batch.choose({ name: 'sample.csv', body: toCsv(readSample().records.slice(0, 25)) })
  await batch.opened()
  await expectAccessible(page, 'preview')
  await batch.openSettings()
  await expectAccessible(page, 'settings of the file')
  await page.getByRole('button', { name: /^List the/ }).click()
  await expect(page.getByRole('table', { name: 'Rows not classified' })).toBeVisible()
  await expectAccessible(page, 'rows not classified')
  await page.keyboard.press('Escape')
  await batch.choose(
    { name: 'march.csv', body: BROKEN },
    {
      name: 'april.csv',
      body: Buffer.from('Date;Title;Review\n03/04/2026;Gut;Gr\xF6\xDFe passt\n', 'latin1'),
    },
  )
  await expect(page.getByRole('heading', { name: 'march.csv and 1 more' })).toBeVisible()
  await page.getByText('Reasons and settings').first().click()
  await page.getByText('1 piece of the file could not be read').click()
  await batch.use('Title').selectOption('Title, read above the text')
  await expect(page.getByText(/will be read as you chose/)).toBeVisible()
  await batch.opened()
  await expectAccessible(page, 'two files, dates to ask about, a broken line')
  await batch.choose({ name: 'sample.csv', body: toCsv(readSample().records.slice(0, 25)) })
  await expect(page.getByRole('heading', { name: 'sample.csv' })).toBeVisible()
  await batch.opened()
  await batch.classify.click()
  await expect(batch.progress).toBeVisible()
  await expectAccessible(page, 'running')
  release()
  await batch.done()
  await expectAccessible(page, 'results')
  await batch.download.click()
  await expect(page.getByRole('dialog', { name: 'Download CSV' })).toBeVisible()
  await expectAccessible(page, 'download dialog')
  await page.getByText('More choices').click()
  await expectAccessible(page, 'download dialog with all choices')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // By keyboard: on a phone the button is seen only while it has the focus.
  await batch.results.getByRole('button', { name: 'Open row 3', exact: true }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Row 3' })).toBeVisible()
  await expectAccessible(page, 'detail')
  await page.keyboard.press('1')
  await expect(page.getByText('set by you', { exact: true })).toBeVisible()
  await expectAccessible(page, 'corrected detail')
})

test('a group of any name fits a narrow screen', async ({ batch, page }) => {
  const group = 'An umbrella with a handle of wood, in eleven sizes and blue'
  await batch.open()
  const rows = [group, group, 'Lamp', 'Lamp'].map((product) => [product, PRAISE])
  await batch.choose({ name: 'long.csv', body: toCsv([['Product of the shop', 'Review'], ...rows]) })
  await batch.opened()
  await batch.classifyAll()
  await batch.breakDown.selectOption('Product of the shop')
  await page.getByRole('button', { name: group, exact: true }).click()
  await expect(
    page.getByRole('button', { name: `Only Product of the shop: ${group}. Show all` }),
  ).toBeVisible()
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoSidewaysScroll(page, 'a group with a long name')
})

test('a column is never narrower than its name', async ({ batch }) => {
  await batch.open()
  await batch.choose({ name: 'one.csv', body: toCsv([['Review'], ['Terrible']]) })
  await batch.opened()
  await batch.classifyAll()
  // Nothing as wide as “over 99 %”.
  await expect(batch.results.getByRole('cell', { name: /^\d\d %$/ })).toHaveCount(1)
  const lines = await batch.results.getByRole('button', { name: 'Sure' }).evaluate((button) => {
    return button.getBoundingClientRect().height / parseFloat(getComputedStyle(button).lineHeight)
  })
  expect(lines).toBeLessThan(1.5)
})

test('nothing moves for people who asked for less motion', async ({ batch, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await batch.open()
  await batch.openSample()
  await batch.opened()
  await batch.classify.click()
  await batch.done()
  await batch.results.getByRole('button', { name: 'Open row 3', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Row 3' })).toBeVisible()
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().duration) > 0),
  )
  expect(moving).toEqual([])
  const timed = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return animationName !== 'none' || !/^(0s(, )?)+$/.test(transitionDuration)
      }).length,
  )
  expect(timed).toBe(0)
})
