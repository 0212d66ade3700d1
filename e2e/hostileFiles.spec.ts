import { expect, stubTest, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'
import { ADDED, expectTrueScores } from './support/truth.ts'

stubTest(
  'cells that a spreadsheet would run are neutralised and flagged, numbers and a lone dash are not',
  async ({ batch, page }) => {
    const dangerous = [
      '=1+1',
      '+SUM(A1:A9)',
      '@x',
      '-2+3+cmd|x',
      '\t=1',
      '=HYPERLINK("http://example.test","x")',
    ]
    const harmless = ['-5', '-', '+3.5', '-12 %', '5=5', "'=1", 'mail@example.test', '']
    const cells = [...dangerous, ...harmless]
    await batch.open()
    await batch.choose({
      name: 'formulas.csv',
      body: toCsv([
        ['Note', 'Review'],
        ...cells.map((cell) => [cell, PRAISE]),
        ['fine', '=1+1 is what this app is worth'],
      ]),
    })
    await batch.opened()
    await batch.classifyAll()
    const saved = await batch.save()

    expect(saved.rows.map((row) => row['Note'])).toEqual([
      ...dangerous.map((cell) => `'${cell}`),
      ...harmless,
      'fine',
    ])
    expect(saved.rows.map((row) => row['flags']?.split(';').includes('formula_guarded'))).toEqual([
      ...dangerous.map(() => true),
      ...harmless.map(() => false),
      true,
    ])
    expect(saved.rows.at(-1)?.['Review']).toBe("'=1+1 is what this app is worth")
    for (const { length } of saved.records) expect(length).toBe(2 + ADDED.length)

    await batch.download.click()
    await page.getByRole('button', { name: 'All 15 rows' }).click()
    await expect(
      page.getByText('7 cells that a spreadsheet would run as a formula were neutralised'),
    ).toBeVisible()
  },
)

stubTest('column names that clash with ours or with JavaScript are only names', async ({ batch, page }) => {
  const header = ['__proto__', 'constructor', 'sentiment', 'Flags', 'toString', '', 'toString', 'Review']
  const rows = [
    ['polluted', 'hasOwnProperty', 'happy', 'mine', '', 'x', 'y', PRAISE],
    ['{}', 'null', 'sad', '', '__proto__', 'undefined', 'NaN', COMPLAINT],
  ]
  await batch.open()
  await batch.choose({ name: 'names.csv', body: toCsv([header, ...rows]) })
  await batch.opened()
  expect(await batch.previewRows()).toEqual(rows)
  await batch.classifyAll()
  const { records, columns } = await batch.save()

  const added = columns.slice(header.length)
  expect(records.slice(1).map((cells) => cells.slice(0, header.length))).toEqual(rows)
  expect(columns.slice(0, 5)).toEqual(header.slice(0, 5))
  expect(added).toHaveLength(ADDED.length)
  expect(added[0]).toMatch(/^sentiment.*\d$/)
  expect(added.at(-1)).toMatch(/^flags.*\d$/)
  expect(new Set(columns.map((name) => name.toLowerCase())).size).toBeGreaterThanOrEqual(columns.length - 1)
  expect(records.slice(1).map((cells) => cells[header.length])).toEqual(['positive', 'negative'])
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') === undefined)).toBe(true)
})

stubTest('markup in cells, column names and file names is shown, never run', async ({ batch, page }) => {
  const attack = '<img src="x" onerror="window.owned=1"><script>window.owned=1</script><b>bold</b>'
  const group = '<img src="x" onerror="window.owned=1"><b>1.0</b>'
  const table = [
    [attack, 'Version', 'Review'],
    ...Array.from({ length: 6 }, (_, i) => [attack, i < 3 ? group : '2.0', `${PRAISE} ${attack}`]),
  ]
  await batch.open()
  await batch.choose({ name: '<img src=x onerror=owned()>.csv', body: toCsv(table) })
  await batch.opened()
  expect(await batch.previewRows()).toEqual(table.slice(1))
  await batch.classifyAll()
  await batch.breakDown.selectOption('Version')
  await expect(page.getByRole('table', { name: 'Sentiment by Version' }).getByRole('row')).toHaveCount(3)
  await batch.results.getByRole('button', { name: 'Open row 2', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Row 2' })
  await expect(panel.getByText(attack, { exact: true }).first()).toBeVisible()
  await expect(panel.getByText('HTML tags or entities were removed before reading.')).toBeVisible()
  await panel.getByRole('button', { name: 'Close' }).click()

  const { records, rows } = await batch.save()
  expect(records.map((cells) => cells.slice(0, 3))).toEqual(table)
  for (const row of rows) expect(row['flags']).toContain('markup_removed')
  expect(await page.evaluate(() => document.images.length)).toBe(0)
  expect(await page.evaluate(() => 'owned' in window)).toBe(false)
})

test('cells of a megabyte, ragged rows and empty lines', async ({ batch, page }) => {
  const huge = 'a'.repeat(1_000_000)
  const words = 'word, "word"\n'.repeat(80_000)
  await batch.open()
  await batch.choose({
    name: 'huge.csv',
    body: `${toCsv([
      ['Note', 'Review'],
      [words, PRAISE],
      ['x', huge],
    ])}\n\nonly one cell\n${toCsv([['y', COMPLAINT, 'a cell too many']])}`,
  })
  await batch.textColumn.selectOption('Review')
  await batch.opened()
  await batch.classifyAll()
  const saved = await batch.save()
  // An empty line is an empty row, as a spreadsheet shows it.
  const empty = saved.rows.map((row) => row['flags'] === 'no_text')
  expect(empty).toEqual([false, false, true, true, true, false])
  // Compared as booleans: nobody wants to read a megabyte in a report.
  expect(saved.rows[0]?.['Note'] === words).toBe(true)
  expect(saved.rows[1]?.['Review'] === huge).toBe(true)
  expect(saved.rows[4]?.['Note']).toBe('only one cell')
  expect(saved.records[6]?.slice(0, 3)).toEqual(['y', COMPLAINT, 'a cell too many'])
  await expectTrueScores(page, saved.rows, 'Review')
})
