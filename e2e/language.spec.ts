import { expect, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { classify } from './support/model.ts'
import { PRAISE } from './support/reviews.ts'

test.use({ engine: 'stub' })

const GERMAN = 'Die App stürzt seit dem letzten Update ständig ab und niemand antwortet'

/** What the language column says, the text, and the flags that it must have. */
const ROWS = [
  ['en', 'I love this app, the training plans are great and easy to follow', ''],
  ['en-GB', 'Terrible update, it crashes every time I open it', ''],
  ['', 'goood app luv it', ''],
  ['en', 'nice app', ''],
  ['en', 'ABSOLUTELY THE WORST CUSTOMER SERVICE EVER', ''],
  ['en', GERMAN, 'other_language'],
  ['en', 'Muy buen producto, llegó antes de lo esperado y funciona perfecto', 'other_language'],
  ['', 'Приложение постоянно вылетает после обновления', 'other_language'],
  ['en', 'bahut accha app hai main roz use karta hu', 'other_language'],
  ['en', '5/5', 'too_short'],
  ['de', 'Super app', 'other_language'],
  ['de', 'Works fine, thanks for the quick answer from your team', ''],
  ['en', '', 'no_text'],
] as const

const FILE = {
  name: 'mixed.csv',
  body: toCsv([['language', 'review'], ...ROWS.map(([language, review]) => [language, review])]),
}

const LABELS = ['Negative', 'Neutral', 'Positive'] as const

test('rows in other languages are left out until they are included, and flagged in the download', async ({
  batch,
  page,
}) => {
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
  // The announcer says the sentence, too.
  const overview = page.getByRole('region', { name: 'Overview' })
  /** Rows in the chart; null while it is not drawn, or the list has other numbers. */
  const counted = async (): Promise<number | null> => {
    const numbers = await batch.distributionNumbers()
    let sum = 0
    for (const label of LABELS) {
      const rows = numbers[label]?.rows
      if (rows === undefined || rows !== (await batch.filterCount(label))) return null
      sum += rows
    }
    return sum
  }

  await test.step('left out', async () => {
    await expect(
      page.getByText(/^5 rows do not read like English and 1 is too short to tell\./),
    ).toBeVisible()
    await expect(overview.getByText(/^12 of 13 rows have text, 6 of them counted: /)).toBeVisible()
    await expect.poll(counted).toBe(6)
  })

  await test.step('but listed', async () => {
    expect(await batch.matching()).toBe(13)
    await batch.filter('Not English or too short').click()
    await expect.poll(() => batch.matching()).toBe(6)
    await expect(batch.results.getByText('not English', { exact: true })).toHaveCount(5)
    await batch.filter('All').click()
  })

  await test.step('included', async () => {
    await page.getByRole('button', { name: 'Include them' }).click()
    await expect(overview.getByText(/^12 of 13 rows have text: /)).toBeVisible()
    await expect.poll(counted).toBe(12)
    await page.getByRole('button', { name: 'Leave them out' }).click()
    await expect.poll(counted).toBe(6)
  })

  await test.step('in the download', async () => {
    const { rows } = await batch.save()
    // How sure the model is of what it cannot read is its own affair, and another model's another.
    const ofLanguage = (flags = ''): string =>
      flags
        .split(';')
        .filter((flag) => flag !== 'not_sure')
        .join(';')
    expect(rows.map(({ review, flags }) => [review, ofLanguage(flags)])).toEqual(
      ROWS.map(([, review, flags]) => [review, flags]),
    )
    // Their labels are there all the same.
    expect(rows.filter(({ sentiment }) => sentiment !== '')).toHaveLength(12)
  })
})

test('the Text view and the page’s function say it of a single text', async ({ text, page }) => {
  await text.open()
  await text.ready()
  await text.box.fill(GERMAN)
  await expect(
    text.result.getByText('Does not read like English: the model’s label is a guess.', { exact: true }),
  ).toBeVisible()
  await text.box.fill(PRAISE)
  await text.expectAnswer('Positive')
  await expect(text.result.getByText(/Does not read like English/)).toHaveCount(0)
  await text.box.fill('...')
  await expect(text.result.getByText('Very short: there is little to go on.')).toBeVisible()
  const answers = await classify(page, [GERMAN, PRAISE, '...'])
  expect(answers.map(({ flags }) => flags.filter((flag) => flag !== 'not_sure'))).toEqual([
    ['other_language'],
    [],
    ['too_short'],
  ])
})

test('without what tells languages apart rows are classified all the same, and the page says so', async ({
  batch,
  page,
  noise,
}) => {
  noise.expect(/ERR_FAILED|languageDetector-/)
  await page.context().route('**/languageDetector-*', (route) => route.abort())
  await batch.open()
  await batch.choose(FILE)
  await batch.opened()
  await batch.classifyAll()
  // Scripts, languages that are named and what is too short are told without it.
  await expect(page.getByText(/^4 rows do not read like English and 1 is too short to tell\./)).toBeVisible()
  await expect(page.getByText(/^Whether \d rows are in English is not known: /)).toBeVisible()

  await page.context().unroute('**/languageDetector-*')
  await batch.choose(FILE)
  await page.getByRole('button', { name: 'Open the new one' }).click()
  await batch.opened()
  await batch.classifyAll()
  await expect(page.getByText(/^5 rows do not read like English/)).toBeVisible()
  await expect(page.getByText(/is not known: /)).toHaveCount(0)
})
