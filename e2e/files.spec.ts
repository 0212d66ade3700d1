import { expect, test } from './fixtures.ts'
import { BYTE_ORDER_MARK, toCsv, utf16 } from './support/csv.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test.use({ engine: 'stub' })

/** What breaks careless readers: line breaks, quotes, every delimiter, emoji and other letters inside cells. */
const TABLE = [
  ['Title', 'Stars', 'Review'],
  ['Quotes', '5', 'She said "wow", then "wow again" and bought it for the family.'],
  ['Lines', '1', 'First line of a complaint\nsecond line; with | every, delimiter\tinside\n\nlast line'],
  ['Emoji', '5', 'Love it 😍👨‍👩‍👧 — naïve, Zürich, 東京, ελληνικά and ﷺ in one review'],
  ['Spaces', '3', '  kept as they are on both sides  '],
  ['', '', ''],
  ['"Edge"', '2', '""'],
]

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }

test('every delimiter gives the same table', async ({ batch, page }) => {
  await batch.openWithoutModel()
  for (const [name, delimiter] of Object.entries(DELIMITERS)) {
    await batch.choose({ name: `by-${name}.csv`, body: toCsv(TABLE, delimiter) })
    await expect(page.getByRole('heading', { name: `by-${name}.csv` })).toBeVisible()
    await expect(page.getByText(`6 rows · UTF-8 · ${name}`)).toBeVisible()
    expect(await batch.previewRows()).toEqual(TABLE.slice(1))
    await expect(batch.textColumn.getByRole('option', { selected: true })).toHaveText('Review')
  }
})

test('every encoding gives the same table', async ({ batch, page }) => {
  const csv = toCsv(TABLE, ';')
  const encodings = [
    { name: 'utf8-mark.csv', body: BYTE_ORDER_MARK + csv, words: 'UTF-8' },
    { name: 'utf16-le.csv', body: utf16(csv, 'little'), words: /UTF-16 ?LE/ },
    { name: 'utf16-be.csv', body: utf16(csv, 'big'), words: /UTF-16 ?BE/ },
  ]
  await batch.openWithoutModel()
  for (const { name, body, words } of encodings) {
    await batch.choose({ name, body })
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await expect(page.getByText(/^6 rows · .* · semicolon$/)).toContainText(words)
    expect(await batch.previewRows()).toEqual(TABLE.slice(1))
    await expect(batch.preview.getByRole('columnheader').nth(1)).toHaveText('Title')
  }
})

test('every kind of line break gives the same rows', async ({ batch, page }) => {
  // Inside quotes a line break belongs to the cell, so only tables without any are the same in all of them.
  const table = TABLE.filter((cells) => !cells.some((cell) => cell.includes('\n')))
  await batch.openWithoutModel()
  for (const [name, newline] of Object.entries({ lf: '\n', crlf: '\r\n', cr: '\r' })) {
    await batch.choose({ name: `${name}.csv`, body: toCsv(table, ',', newline) })
    await expect(page.getByRole('heading', { name: `${name}.csv` })).toBeVisible()
    expect(await batch.previewRows()).toEqual(table.slice(1))
  }
  // The last line may lack its break.
  await batch.choose({ name: 'unfinished.csv', body: toCsv(table, ',', '\r\n').trimEnd() })
  await expect(page.getByRole('heading', { name: 'unfinished.csv' })).toBeVisible()
  expect(await batch.previewRows()).toEqual(table.slice(1))
})

test('a file dropped on the Text tab opens in Batch', async ({ batch, text, page }) => {
  await text.open()
  await text.box.fill('kept')
  await batch.drop({ name: 'dropped.csv', body: toCsv(TABLE) })
  await expect(page.getByRole('tab', { name: 'Batch' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('heading', { name: 'dropped.csv' })).toBeVisible()
  expect(await batch.previewRows()).toEqual(TABLE.slice(1))
  // A second one replaces it, and what was typed is still there.
  await batch.drop({ name: 'second.csv', body: toCsv(TABLE.slice(0, 3)) })
  await expect(page.getByRole('heading', { name: 'second.csv' })).toBeVisible()
  expect(await batch.previewRows()).toEqual(TABLE.slice(1, 3))
  await page.getByRole('tab', { name: 'Text' }).click()
  await expect(text.box).toHaveValue('kept')
})

test('rows pasted from a spreadsheet are a table', async ({ batch, page }) => {
  await batch.openWithoutModel()
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste rows' })
  await expect(dialog.getByRole('button', { name: 'Use these rows' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog.getByRole('textbox').fill(toCsv(TABLE, '\t'))
  await dialog.getByRole('button', { name: 'Use these rows' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('6 rows · UTF-8 · tab')).toBeVisible()
  expect(await batch.previewRows()).toEqual(TABLE.slice(1))
})

test('cells copied with a picture of themselves, as a spreadsheet does, are pasted as text', async ({
  batch,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await batch.openWithoutModel()
  const rows = toCsv(TABLE, '\t')
  await page.evaluate(async (text) => {
    const canvas = document.createElement('canvas')
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (picture === null) throw new Error('no picture')
    const plain = new Blob([text], { type: 'text/plain' })
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, 'image/png': picture })])
  }, rows)
  await page.getByRole('button', { name: 'Paste rows' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste rows' })
  const pasted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        document.addEventListener('paste', ({ clipboardData }) => resolve(clipboardData?.files.length ?? 0), {
          once: true,
        })
      }),
  )
  await dialog.getByRole('textbox').press('ControlOrMeta+v')
  // The browser does hand the picture over as a file.
  expect(await pasted).toBe(1)
  await dialog.getByRole('button', { name: 'Use these rows' }).click()
  await expect(page.getByText('6 rows · UTF-8 · tab')).toBeVisible()
  expect(await batch.previewRows()).toEqual(TABLE.slice(1))
})

test('two files with equal columns are one table; with different ones the open file stays', async ({
  batch,
  page,
}) => {
  const header = ['Stars', 'Review']
  const march = { name: 'march.csv', body: toCsv([header, ['5', PRAISE], ['1', '']]) }
  const april = { name: 'april.csv', body: utf16(toCsv([header, ['1', COMPLAINT]], '\t'), 'little') }
  await batch.open()
  await batch.choose(march, april)
  await expect(page.getByRole('heading', { name: 'march.csv and 1 more' })).toBeVisible()
  await batch.opened()
  await batch.classifyAll()
  const listed = await batch.resultRows()
  expect(listed.map(({ File, Row, Text }) => [File, Row, Text])).toEqual([
    ['march.csv', '2', PRAISE],
    ['march.csv', '3', ''],
    ['april.csv', '2', COMPLAINT],
  ])

  const other = {
    name: 'other.csv',
    body: toCsv([
      ['Opinion', 'Stars'],
      [PRAISE, '5'],
    ]),
  }
  const question = page.getByRole('dialog', { name: 'Open another file?' })
  await batch.choose(march, other)
  await question.getByRole('button', { name: 'Keep this file' }).click()
  await expect(question).toHaveCount(0)
  expect(await batch.resultRows()).toEqual(listed)

  await batch.choose(march, other)
  await question.getByRole('button', { name: 'Open the new one' }).click()
  await expect(batch.alert).toContainText('These files do not have the same columns.')
  await expect(page.getByRole('heading', { name: 'march.csv and 1 more' })).toBeVisible()
  expect(await batch.resultRows()).toEqual(listed)
  const saved = await batch.save()
  expect(saved.rows.map((row) => [row['Review'], row['sentiment']])).toEqual([
    [PRAISE, 'positive'],
    ['', ''],
    [COMPLAINT, 'negative'],
  ])
})

test('another text column can be chosen, and answers of the first are forgotten', async ({ batch, page }) => {
  const table = [
    ['Title', 'Review'],
    ['Terrible, it crashes all the time', PRAISE],
    ['', PRAISE],
  ]
  await batch.open()
  const first = await batch.run({ name: 'columns.csv', body: toCsv(table) })
  expect(first.rows.map((row) => row['sentiment'])).toEqual(['positive', 'positive'])
  await batch.textColumn.selectOption('Title')
  await expect(batch.results).toHaveCount(0)
  await expect(page.getByText(/^1 row with text\./)).toBeVisible()
  await batch.classifyAll()
  const second = await batch.save()
  expect(second.rows.map((row) => row['sentiment'])).toEqual(['negative', ''])
})

test('what could not be parsed is listed with its line, and every other row is read', async ({
  batch,
  page,
}) => {
  await batch.openWithoutModel()
  await batch.choose({
    name: 'broken.csv',
    body: `Stars,Review\n5,${PRAISE.replaceAll(',', '')}\n1,"never closed\n4,Still here\n`,
  })
  await batch.opened()
  const summary = page.getByText('1 piece of the file could not be read as rows. Everything else was.')
  await summary.click()
  await expect(page.getByRole('listitem').filter({ hasText: 'broken.csv, line 3:' })).toBeVisible()
  expect((await batch.previewRows())[0]).toEqual(['5', PRAISE.replaceAll(',', '')])
})
