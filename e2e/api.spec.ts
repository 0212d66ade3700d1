import { expect, stubTest, test } from './fixtures.ts'
import { classify } from './support/model.ts'
import { COMPLAINT, PRAISE, reviews } from './support/reviews.ts'

test('answers in the documented shape, one answer a text, in order', async ({ text, page }) => {
  await text.open()
  const [praise, complaint, empty, markup] = await classify(page, [
    PRAISE,
    COMPLAINT,
    ' ',
    `<b>${PRAISE}</b>`,
  ])
  expect(praise).toEqual({
    label: 'positive',
    confidence: expect.any(Number),
    probabilities: {
      negative: expect.any(Number),
      neutral: expect.any(Number),
      positive: expect.any(Number),
    },
    windows: 1,
    flags: [],
  })
  expect(complaint?.label).toBe('negative')
  expect(empty).toEqual({
    label: null,
    confidence: null,
    probabilities: null,
    windows: 0,
    flags: ['no_text'],
  })
  // What is read is the same, so the scores are the same to the last digit.
  expect(markup).toEqual({ ...praise, flags: ['markup_removed'] })
  for (const answer of [praise, complaint]) {
    const { negative, neutral, positive } = answer!.probabilities!
    expect(negative + neutral + positive).toBeCloseTo(1, 6)
    expect(answer?.confidence).toBe(Math.max(negative, neutral, positive))
  }
  expect(await classify(page, [])).toEqual([])
})

test('a text has the same scores alone, in company, and in another order', async ({ text, page }) => {
  await text.open()
  const texts = [...reviews(8), PRAISE, `${COMPLAINT} `.repeat(12), '😀', 'ok', COMPLAINT]
  const together = await classify(page, texts)
  const reversed = await classify(page, texts.toReversed())
  expect(reversed.toReversed()).toEqual(together)
  for (const [index, each] of texts.entries()) expect(await classify(page, [each])).toEqual([together[index]])
})

test('an aborted call rejects with AbortError, and the next call is answered', async ({ text, page }) => {
  await text.open()
  await text.ready()
  const outcome = await page.evaluate(async (texts) => {
    const controller = new AbortController()
    const answers = window.undertone.classify(texts, { signal: controller.signal })
    controller.abort()
    return answers.then(
      () => 'answered',
      (reason: unknown) =>
        reason instanceof Error || reason instanceof DOMException ? reason.name : 'other',
    )
  }, reviews(500))
  expect(outcome).toBe('AbortError')
  const [answer] = await classify(page, [PRAISE])
  expect(answer?.label).toBe('positive')
})

stubTest('anything but a list of strings is refused', async ({ text, page }) => {
  await text.open()
  const names = await page.evaluate(async () => {
    const { undertone } = window
    const wrong: unknown[] = ['one text', [1], [null], undefined, { length: 1 }]
    return Promise.all(
      wrong.map((texts) =>
        undertone.classify(texts as string[]).then(
          () => 'answered',
          (reason: unknown) => (reason instanceof Error ? reason.name : 'other'),
        ),
      ),
    )
  })
  expect(names).toEqual(Array<string>(5).fill('TypeError'))
})

test('who a text is about, and where, changes nothing', async ({ text, page }) => {
  await text.open()
  const alike = [
    ['Emma at the desk was rude.', 'Aisha at the desk was rude.', 'OKAFOR at the desk was rude.'],
    ['He lost my parcel and her manager did not care.', 'She lost my parcel and his manager did not care.'],
    ['A charming little place in Paris.', 'A charming little place in Nairobi.'],
    ['My husband is Nigerian and loves this curry.', 'My wife is Swedish and loves this curry.'],
  ]
  for (const texts of alike) {
    const [first, ...others] = (await classify(page, texts)).map((answer) => answer.probabilities)
    for (const other of others) expect(other).toEqual(first)
  }
})

test('a common misspelling is the word that is meant', async ({ text, page }) => {
  await text.open()
  const [right, slipped] = await classify(page, [
    'A terrible film, not worth watching.',
    'A terribel film, not worth watchign.',
  ])
  expect(slipped?.probabilities).toEqual(right?.probabilities)
  expect(right?.label).toBe('negative')
  const [plain, cut] = await classify(page, ['I would go back.', 'I wouldn go back.'])
  expect(cut?.probabilities).not.toEqual(plain?.probabilities)
})
