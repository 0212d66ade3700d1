import { encodeText } from '../src/testing/encodeText.ts'
import { workbookOf } from '../src/testing/workbook.ts'
import { zipOf } from '../src/testing/archives.ts'
import { expect, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test.use({ engine: 'stub' })

test('another encoding is seen at once, and what it cannot read is marked and counted', async ({
  batch,
  page,
}) => {
  const text = 'Größe passt, schön und günstig'
  await batch.open()
  await batch.choose({
    name: 'x.csv',
    body: encodeText(`Stars;Review\n5;${text}\n1;zu teuer für uns\n`, 'windows-1252'),
  })
  await expect(page.getByText('Read as: table, Windows-1252, semicolon, names in line 1.')).toBeVisible()
  await batch.openSettings()
  const encoding = page.getByRole('combobox', { name: 'Encoding' })
  await encoding.focus()
  await encoding.selectOption('UTF-8')
  await expect(page.getByText('Read as: table, UTF-8, semicolon, names in line 1.')).toBeVisible()
  await expect(page.getByText(/^5 places were not valid in this encoding/)).toBeVisible()
  expect((await batch.previewRows())[0]?.[1]).toBe(text.replaceAll(/[öüß]/g, '�'))
  await expect(batch.preview.locator('mark')).toHaveCount(5)
  await batch.opened()
  // Where it stood, the focus stays.
  await expect(encoding).toBeFocused()
  await expect(encoding).toBeFocused()
  await encoding.selectOption('Tell it from the file')
  await expect(page.getByText(/places were not valid/)).toHaveCount(0)
  expect((await batch.previewRows())[0]?.[1]).toBe(text)
  await batch.opened()
  await batch.classifyAll()
})

test('column names can stand on another line, or on none', async ({ batch, page }) => {
  await batch.openWithoutModel()
  await batch.choose({
    name: 'x.csv',
    body: toCsv([
      ['Rating', 'Comment'],
      ['5', PRAISE],
      ['1', COMPLAINT],
    ]),
  })
  await batch.openSettings()
  await page.getByRole('combobox', { name: 'Column names' }).selectOption('No column names')
  await expect(page.getByText('3 rows · UTF-8 · comma')).toBeVisible()
  expect(await batch.previewColumns()).toEqual(['Column 1', 'Column 2'])
  const first = batch.preview.locator('tbody tr').first()
  await expect(first.getByRole('cell')).toHaveText(['1', 'Rating', 'Comment'])
  await page
    .getByRole('combobox', { name: 'Column names' })
    .selectOption(`Line 2: ${`5, ${PRAISE}`.slice(0, 40)}…`)
  await expect(page.getByText('1 row · UTF-8 · comma')).toBeVisible()
  await expect(first.getByRole('cell')).toHaveText(['3', '1', COMPLAINT])
})

test('the sheet of a workbook and the files of an archive can be chosen', async ({ batch, page }) => {
  const sheet = (word: string) => [
    ['Stars', 'Review'],
    ['5', `${word} ${PRAISE}`],
    ['1', `${word} ${COMPLAINT}`],
  ]
  await batch.openWithoutModel()
  await batch.choose({ name: 'a.xlsx', body: await workbookOf({ May: sheet('May'), June: sheet('June') }) })
  await batch.openSettings()
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('June')
  await expect(page.getByText('Read as: sheet “June”, names in line 1.')).toBeVisible()
  expect((await batch.previewRows())[0]?.[1]).toBe(`June ${PRAISE}`)

  const zip = await zipOf({ 'may.csv': toCsv(sheet('May')), 'june.csv': toCsv(sheet('June')) })
  await batch.choose({ name: 'b.zip', body: zip })
  await expect(page.getByText('4 rows · UTF-8 · comma')).toBeVisible()
  await page.getByText('2 of 2 files in b.zip read.').click()
  await page.getByRole('checkbox', { name: 'may.csv' }).uncheck()
  await expect(page.getByText('2 rows · UTF-8 · comma')).toBeVisible()
  expect((await batch.previewRows()).map(([, review]) => review?.split(' ')[0])).toEqual(['June', 'June'])
})

test('what columns are for is chosen, read, and remembered until it is forgotten', async ({
  batch,
  page,
}) => {
  const file = {
    name: 'april.csv',
    body: toCsv([
      ['Headline', 'Points', 'Body', 'Shop'],
      ['Terrible, it crashes all the time', '1', 'See above', 'north'],
      ['Love it, best app ever', '5', 'See above', 'south'],
      ['Love it, best app ever', '5', 'See above again', 'south'],
    ]),
  }
  await batch.open()
  await batch.choose(file)
  await batch.textColumn.selectOption('Body')
  await batch.use('Headline').selectOption('Title, read above the text')
  await batch.use('Points').selectOption('Stars')
  await expect(page.getByText(/^The next file with these columns will be read as you chose/)).toBeVisible()
  await batch.opened()
  await batch.classifyAll()
  const saved = await batch.save()
  expect(saved.rows.map((row) => row['sentiment'])).toEqual(['negative', 'positive', 'positive'])
  expect((await batch.resultRows()).map((row) => row['Points'])).toEqual(['1', '5', '5'])

  await page.reload()
  await page.getByRole('tab', { name: 'Batch' }).click()
  await batch.choose({ ...file, name: 'may.csv' })
  const note = page.getByText(/^Read as you chose for an earlier file with these columns/)
  await expect(note).toBeVisible()
  await expect(batch.use('Headline')).toHaveValue('title')
  // What is kept is a list of names, and no cell.
  const kept = await page.evaluate(() => localStorage.getItem('undertone.files'))
  expect(kept).toContain('Headline')
  expect(kept).not.toMatch(/Terrible|See above|north/)
  const panel = new ModelPanel(page)
  await panel.open()
  await expect(panel.dialog.getByText('How files with Headline, Points, Body, Shop are read')).toBeVisible()
  await panel.close()

  await page.getByRole('button', { name: 'Forget' }).click()
  await expect(note).toHaveCount(0)
  await expect(batch.use('Headline')).not.toHaveValue('title')
  expect(await page.evaluate(() => localStorage.getItem('undertone.files'))).toBeNull()
})

test('dates that can be read in two ways are asked about, and read as answered', async ({ batch, page }) => {
  const days = ['03/04/2026', '04/04/2026', '05/04/2026', '06/04/2026']
  await batch.open()
  await batch.choose({
    name: 'dates.csv',
    body: toCsv([['Date', 'Review'], ...days.map((day, i) => [day, `${PRAISE} ${i}`])]),
  })
  const question = page.getByRole('group', { name: /Which day is 03\/04\/2026\?$/ })
  await expect(question.getByText('Until you choose, the first is assumed.')).toBeVisible()
  await question.getByRole('radio', { name: '4 March 2026, month first' }).check()
  await batch.opened()
  await batch.classifyAll()
  await batch.breakDown.selectOption('Date')
  await expect(page.getByText('Dates read as MM/dd/yyyy.').first()).toBeVisible()
})

test('a thousand columns are drawn in part, those in use among them', async ({ batch, page }) => {
  const names = Array.from({ length: 1000 }, (_, index) => (index === 700 ? 'Review' : `field ${index}`))
  const row = (text: string): string[] =>
    names.map((_, index) => (index === 700 ? text : `${text.length + index} mm`))
  await batch.openWithoutModel()
  await batch.choose({ name: 'wide.csv', body: toCsv([names, row(PRAISE), row(COMPLAINT)]) })
  await expect(page.getByText('30 of 1,000 columns shown, always those that are read.')).toBeVisible()
  expect(await batch.previewColumns()).toContain('Review')
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('field 99')
  expect(await batch.previewColumns()).toEqual([
    'field 99',
    'Review',
    ...Array.from({ length: 10 }, (_, i) => `field ${990 + i}`),
  ])
})
