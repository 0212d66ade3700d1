import { expect, test } from './fixtures.ts'
import { COUNTED, readSample, ROWS, WITH_TEXT } from './support/sample.ts'

test.beforeEach(async ({ batch }) => {
  await batch.open()
  await batch.openSample()
})

test('shows before anything runs what will be read, how much and how long', async ({ batch, page }) => {
  await expect(batch.textColumn).toHaveValue(String(readSample().columns.indexOf('Review')))
  await expect(page.getByRole('heading', { name: 'stridewell-reviews.csv' })).toBeVisible()
  await expect(page.getByText(`${ROWS} rows · UTF-8 · comma`)).toBeVisible()
  await expect(page.getByText(/^290 rows with text\. (Under a second|About .+) on this device/)).toBeVisible()
  const shown = await batch.previewRows()
  expect(shown).toEqual(readSample().records.slice(1).slice(0, shown.length))
  await expect(batch.classify).toBeEnabled()
  await expect(batch.stop).toHaveAttribute('aria-disabled', 'true')
  await expect(batch.results).toHaveCount(0)
})

test('a run ends with numbers that agree everywhere, and the bad release stands out', async ({
  batch,
  page,
}) => {
  await batch.opened()
  await batch.classifyAll()
  await test.step('the numbers agree', async () => {
    await expect(page.getByText(`Read ${ROWS} = ${WITH_TEXT} classified + 10 without text.`)).toBeVisible()
    await expect(batch.classify).toHaveAttribute('aria-disabled', 'true')
    await expect(batch.stop).toHaveAttribute('aria-disabled', 'true')

    const { Negative, Neutral, Positive } = await batch.distributionNumbers()
    expect(Negative!.rows + Neutral!.rows + Positive!.rows).toBe(COUNTED)
    expect(Negative!.share + Neutral!.share + Positive!.share).toBe(100)
    const sentence = page.getByText(/^290 of 300 rows have text, 288 of them counted/)
    await expect(sentence).toContainText(
      `${Negative!.share} % negative, ${Neutral!.share} % neutral, ${Positive!.share} % positive`,
    )

    // The charts are pictures of the table and hidden from assistive technology, so they have no roles.
    const charts = batch.distribution.locator('svg')
    await expect(charts).toHaveCount(2)
    for (const chart of await charts.all()) await expect(chart).toBeVisible()
    const columns = charts.filter({ hasText: 'Negative' })
    await expect(columns.getByText(/%$/)).toHaveText([
      `${Negative!.share} %`,
      `${Neutral!.share} %`,
      `${Positive!.share} %`,
    ])

    expect(await batch.filterCount('All')).toBe(ROWS)
    expect(await batch.filterCount('Negative')).toBe(Negative!.rows)
    expect(await batch.filterCount('Neutral')).toBe(Neutral!.rows)
    expect(await batch.filterCount('Positive')).toBe(Positive!.rows)
    expect(await batch.filterCount('Not sure')).toBe(Negative!.notSure + Neutral!.notSure + Positive!.notSure)
    expect(await batch.filterCount('Not English or too short')).toBe(WITH_TEXT - COUNTED)
    expect(await batch.filterCount('Without text')).toBe(10)
    expect(await batch.matching()).toBe(ROWS)
  })
  await test.step('by version and by date', async () => {
    const groups = page.getByRole('table', { name: /^Sentiment by / })
    await expect(batch.breakDown.getByRole('option', { selected: true })).toHaveText('App version')

    const versions = await batch.groups(groups)
    expect(versions.map(({ rows }) => rows).reduce((sum, rows) => sum + rows, 0)).toBe(COUNTED)
    const worst = versions.toSorted((a, b) => a.net - b.net)[0]
    expect(worst?.name).toBe('3.2.0')
    expect(versions.map(({ name }) => name)).toEqual(versions.map(({ name }) => name).toSorted())

    await batch.breakDown.selectOption('Date')
    await expect(page.getByText(/^By (day|week|month)\. Dates read as yyyy-MM-dd\.$/)).toBeVisible()
    // Of many groups the latest are shown first.
    const latest = await batch.groups(groups)
    await page.getByRole('button', { name: /^Show \d+$/ }).click()
    const dates = await batch.groups(groups)
    expect(dates.length).toBeGreaterThan(latest.length)
    expect(dates.slice(-latest.length)).toEqual(latest)
    expect(dates.map(({ rows }) => rows).reduce((sum, rows) => sum + rows, 0)).toBe(COUNTED)

    await batch.breakDown.selectOption('Nothing')
    await expect(groups).toHaveCount(0)
  })
})

test('filters, groups, search, order and pages show exactly their rows', async ({ batch, page }) => {
  await batch.opened()
  await batch.classifyAll()
  await test.step('filters, a group and a search', async () => {
    for (const label of ['Negative', 'Neutral', 'Positive', 'Not sure', 'Without text']) {
      const count = await batch.filterCount(label)
      await batch.filter(label).click()
      await expect(batch.filter(label)).toHaveAttribute('aria-pressed', 'true')
      await expect.poll(() => batch.matching()).toBe(count)
      const words = label === 'Without text' ? 'no text' : label
      for (const { Sentiment } of await batch.resultRows())
        expect(Sentiment?.toLowerCase()).toContain(words.toLowerCase())
    }
    await batch.filter('All').click()
    await expect.poll(() => batch.matching()).toBe(ROWS)

    const texts = readSample().rows.map((row) => row['Review'] ?? '')
    const found = texts.filter((text) => text.toLowerCase().includes('crash'))
    expect(found.length).toBeGreaterThan(1)
    await batch.search.fill('CRASH')
    await expect.poll(() => batch.matching()).toBe(found.length)
    expect((await batch.resultRows()).map(({ Text }) => Text)).toEqual(found)
    await batch.search.fill('no such words anywhere')
    await expect.poll(() => batch.matching()).toBe(0)
    await batch.search.fill('')

    await page
      .getByRole('table', { name: 'Sentiment by App version' })
      .getByRole('button', { name: '3.2.0' })
      .click()
    const version = readSample().rows.filter((row) => row['App version'] === '3.2.0')
    await expect.poll(() => batch.matching()).toBe(version.length)
    for (const row of await batch.resultRows()) expect(row['App version']).toBe('3.2.0')
    await page.getByRole('button', { name: 'Only App version: 3.2.0. Show all' }).click()
    await expect.poll(() => batch.matching()).toBe(ROWS)
  })
  await test.step('order by how sure it is, both ways and back', async () => {
    const header = batch.results.getByRole('columnheader', { name: 'Sure' })
    const numbers = async (): Promise<number[]> => (await batch.resultRows()).map(({ Row }) => Number(Row))
    const sure = async (): Promise<number[]> =>
      (await batch.resultRows()).map(({ Sure = '' }) => (Sure.startsWith('over') ? 99.5 : parseInt(Sure, 10)))

    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(async () => isAscending(await sure())).toBe(true)
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(async () => isAscending((await sure()).toReversed())).toBe(true)
    await header.getByRole('button').click()
    await expect(header).toHaveAttribute('aria-sort', 'none')
    await expect.poll(numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 2))
  })
  await test.step('pages of a hundred rows', async () => {
    const previous = batch.pages.getByRole('button', { name: 'Previous' })
    const next = batch.pages.getByRole('button', { name: 'Next' })
    await expect(batch.pages).toContainText('Rows 1–100 of 300')
    await expect(previous).toHaveAttribute('aria-disabled', 'true')
    await next.click()
    await expect(batch.pages).toContainText('Rows 101–200 of 300')
    await expect(batch.results.getByRole('button', { name: 'Open row 102' })).toBeVisible()
    await next.click()
    await expect(batch.pages).toContainText('Rows 201–300 of 300')
    await expect(next).toHaveAttribute('aria-disabled', 'true')
    await expect(batch.results.getByRole('button', { name: 'Open row 301' })).toBeVisible()
    await previous.click()
    await expect(batch.pages).toContainText('Rows 101–200 of 300')
    // A new question starts at its first page.
    await batch.filter('Positive').click()
    await expect(batch.pages).toContainText('Rows 1–')
  })
})

test('a row opens by keyboard with everything about it, and closing gives the focus to the row shown', async ({
  batch,
  page,
}) => {
  await batch.opened()
  await batch.classifyAll()
  await test.step('open and close', async () => {
    const opener = batch.results.getByRole('button', { name: 'Open row 4', exact: true })
    await opener.focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('dialog', { name: 'Row 4' })
    const cells = readSample().records[3] ?? []
    for (const cell of cells.filter((each) => each !== ''))
      await expect(panel.getByText(cell, { exact: true }).first()).toBeVisible()
    await expect(panel.getByText('stridewell-reviews.csv, line 4')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(opener).toBeFocused()
  })
  await test.step('walk to the next row and close', async () => {
    await batch.results.getByRole('button', { name: 'Open row 4', exact: true }).press('Enter')
    const panel = page.getByRole('dialog', { name: 'Row 4' })
    await panel.getByRole('button', { name: 'Next row' }).press('Enter')
    const neighbour = page.getByRole('dialog', { name: 'Row 5' })
    await neighbour.getByRole('button', { name: 'Close' }).press('Enter')
    await expect(neighbour).toHaveCount(0)
    await expect(batch.results.getByRole('button', { name: 'Open row 5', exact: true })).toBeFocused()
  })
})

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value >= (values[index - 1] ?? NaN))
}
