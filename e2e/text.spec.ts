import { expect, stubTest, test } from './fixtures.ts'
import { expectAccessible } from './support/axe.ts'
import { classify, holdModel } from './support/model.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test('starts without an answer and with a model on its way', async ({ text, page }) => {
  await text.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How does this review sound?')
  await expect(text.result).toHaveCount(0)
  await text.ready()
})

test('a typed review is answered, its bars fill 100 %, and clearing it clears the answer', async ({
  text,
}) => {
  await text.open()
  await text.box.pressSequentially(PRAISE)
  await text.expectAnswer('Positive')

  const shares = await text.barShares()
  expect(shares).toHaveLength(3)
  expect(sum(shares)).toBeCloseTo(1, 2)
  const percents = await text.percents()
  // Three numbers that are each rounded may miss 100 by one.
  expect(Math.abs(sum(percents) - 100)).toBeLessThanOrEqual(1)
  expect(percents[2]).toBeGreaterThan(50)

  await text.box.fill('')
  await expect(text.result).toHaveCount(0)
  await text.box.fill(COMPLAINT)
  await text.expectAnswer('Negative')
  await text.box.fill(' \n ')
  await expect(text.result).toHaveCount(0)
})

test('each example is put into the box and answered', async ({ text, page }) => {
  await text.open()
  const examples = page.getByRole('group', { name: 'Examples' }).getByRole('button')
  await expect(examples).toHaveText(['A bad update', 'Earnings news', 'A film'])
  const answers: Record<string, string> = { 'A bad update': 'Negative', 'A film': 'Positive' }
  for (const name of await examples.allInnerTexts()) {
    await page.getByRole('button', { name }).click()
    await expect(text.box).not.toHaveValue('')
    const [answer] = await classify(page, [await text.box.inputValue()])
    const word = answer?.label?.replace(/^./, (first) => first.toUpperCase()) ?? 'no answer'
    expect(word).toBe(answers[name] ?? word)
    await expect(text.result.getByRole('paragraph').first()).toContainText(word)
  }
})

stubTest('removed markup is said, and nothing is said without it', async ({ text }) => {
  const note = text.result.getByText('HTML tags or entities were removed before reading.')
  await text.open()
  await text.box.fill('<p>Wonderful app.<br>I <b>love</b> it &amp; use it every day.</p>')
  await text.expectAnswer('Positive')
  await expect(note).toBeVisible()
  await text.box.fill(COMPLAINT)
  await text.expectAnswer('Negative')
  await expect(note).toHaveCount(0)
  // Nothing but markup is nothing to read.
  await text.box.fill('<br>&nbsp;')
  await expect(text.result).toHaveCount(0)
})

test('waits for a pause in the typing before it reads', async ({ text, page }) => {
  await page.clock.install()
  await text.open()
  await text.ready()
  await page.clock.pauseAt(Date.now() + 60_000)
  await text.box.fill(PRAISE)
  // Whatever was asked before this is answered by now: the text was not.
  await classify(page, [COMPLAINT])
  await expect(text.result.getByRole('paragraph')).toHaveCount(0)
  await page.clock.runFor(200)
  await text.expectAnswer('Positive')
})

test('a slow answer never replaces the answer to a later text', async ({ text, page }) => {
  await text.open()
  await text.ready()
  await text.box.fill(`${PRAISE} `.repeat(2_000))
  await expect(text.result.getByText('Reading the text.')).toBeVisible()
  for (const late of [PRAISE, COMPLAINT, PRAISE, `${PRAISE} `.repeat(2_000), COMPLAINT]) {
    await text.box.fill(late)
  }
  await text.expectAnswer('Negative')
  // Everything asked so far is answered or dropped once this is.
  await classify(page, [PRAISE, COMPLAINT])
  await text.expectAnswer('Negative')
  expect(await text.box.inputValue()).toBe(COMPLAINT)
})

stubTest(
  'can be typed in before the model is there, and answers the last text once it is',
  async ({ text, page }) => {
    const release = await holdModel(page)
    await text.open()
    await expect(text.status).toHaveText('Fetching the model')
    await text.box.pressSequentially('Terrible app')
    await expect(text.result).toHaveText('The answer appears as soon as the model is ready.')
    await text.box.fill(PRAISE)
    release()
    await text.expectAnswer('Positive')
  },
)

test('a long text is read whole and says so', async ({ text }) => {
  await text.open()
  await text.box.fill(`${'The box has three sides and a lid. '.repeat(120)}${COMPLAINT.repeat(40)}`)
  await expect(text.result.getByText(/^Long: read whole, in \d+ overlapping parts\.$/)).toBeVisible()
  await text.expectAnswer('Negative')
})

test('a text with praise in one part and complaint in another is mixed, sentence by sentence', async ({
  text,
  page,
}) => {
  await text.open()
  await text.box.fill(`${`${PRAISE} `.repeat(22)}\n${`${COMPLAINT} `.repeat(22)}`)
  await expect(text.result.getByText(/^Mixed: strong praise in one part/)).toBeVisible()
  await text.result.getByText('Sentence by sentence').focus()
  await page.keyboard.press('Enter')
  const sentences = text.result.getByRole('listitem')
  await expect(sentences).toHaveCount(40)
  await expect(sentences.first()).toContainText(/▲ Positive\s*\d+ % sure/)
  await expectAccessible(page, 'sentence by sentence')
  await text.result.getByRole('button', { name: 'Read on' }).click()
  await expect(sentences).toHaveCount(80)
  await expect(sentences.last()).toContainText(/▼ Negative\s*\d+ % sure/)
})

stubTest('says how to check that nothing is sent', async ({ text, page }) => {
  await text.open()
  await page.getByRole('button', { name: 'How to check' }).click()
  const dialog = page.getByRole('dialog', { name: 'How to check that nothing is sent' })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'How to check' })).toBeFocused()
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
