const REVIEW =
  'A wonderful app. I use it every day, it is fast, and I like it. But it crashed twice since the update.'

/** The Text view: empty, then with an answer. Takes each picture by `take(name)`. */
export async function showText(page, take) {
  await page.getByRole('status', { name: 'Model status' }).getByText('Ready').waitFor()
  await take('text-empty')
  const box = page.getByRole('textbox', { name: 'Review text' })
  await box.fill(REVIEW)
  await page.getByRole('region', { name: 'Result' }).getByRole('paragraph').first().waitFor()
  await take('text-answer')
  await page.getByRole('button', { name: 'Model details' }).click()
  await page.getByRole('dialog', { name: 'Model details' }).waitFor()
  await take('model-details')
  await closeDialog(page)
}

/** The Batch view from empty to the download. */
export async function showBatch(page, take) {
  await page.getByRole('tab', { name: 'Batch' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  await take('batch-empty')
  await page.getByRole('button', { name: /^Try the sample/ }).click()
  await page.getByText(/^[\d,]+ rows with text\..* on this device/).waitFor()
  await take('file-preview')
  await page.getByText('Reasons and settings').click()
  await take('file-details')
  await page.getByText('Reasons and settings').click()
  await page.getByRole('button', { name: 'Classify', exact: true }).click()
  await page.getByText(/^Done in /).waitFor()
  await page.getByText(/^Read 300 = 290 classified/).waitFor()
  await take('results')
  // A few rows are enough for the others: pictures of a hundred take long.
  await otherRows(page, () => page.getByRole('searchbox', { name: 'Search texts' }).fill('update'))
  await take('results-found')
  await showQuestions(page, take)
  await showRow(page, take)
  await page.getByRole('button', { name: 'Download CSV' }).click()
  await page.getByRole('dialog', { name: 'Download CSV' }).waitFor()
  await take('download')
  await page.getByText('More choices').click()
  await take('download-choices')
}

/** The same answers asked in other ways: one label, one group, by date. */
async function showQuestions(page, take) {
  const filters = page.getByRole('group', { name: 'Show rows' })
  const groups = page.getByRole('table', { name: /^Sentiment by / })
  const onlyGroup = page.getByRole('button', { name: /^Only App version: 3.2.0/ })
  await otherRows(page, () => filters.getByRole('button', { name: /Negative [\d,]+$/ }).click())
  await otherRows(page, () => groups.getByRole('button', { name: '3.2.0' }).click())
  await take('results-group')
  await otherRows(page, () => onlyGroup.click())
  await otherRows(page, () => filters.getByRole('button', { name: /^(\W )?All [\d,]+$/ }).click())
  await page.getByRole('combobox', { name: 'Break down by' }).selectOption('Date')
  await page.getByText(/^By (day|week|month)\./).waitFor()
  await take('results-by-date')
}

/** A row's panel, then with a label that a person set. */
async function showRow(page, take) {
  // By keyboard: on a phone the button is seen only while it has the focus.
  await page
    .getByRole('table', { name: 'Results' })
    .getByRole('button', { name: /^Open row/ })
    .first()
    .press('Enter')
  await page.getByRole('dialog', { name: /^Row / }).waitFor()
  await take('row')
  await page.keyboard.press('1')
  await page.getByText('set by you', { exact: true }).waitFor()
  await take('row-corrected')
  await closeDialog(page)
}

/** Waits until another number of rows is shown than before. */
async function otherRows(page, change) {
  const words = page.getByRole('navigation', { name: 'Pages of results' }).getByText(/^(Rows|No rows)/)
  const before = await words.innerText()
  await change()
  await words.filter({ hasNotText: before }).waitFor()
}

async function closeDialog(page) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
