import { rm } from 'node:fs/promises'
import { expect, stubTest, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { builtInModel } from './support/builtIn.ts'
import { toCsv } from './support/csv.ts'
import { dropPaths } from './support/dropPaths.ts'
import { copyBuiltIn, writeModel } from './support/madeModels.ts'
import { classify } from './support/model.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { editor, FIVE, place, PROVED, TWO, UNPROVED, useFolder } from './support/otherModels.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test('our own model in a folder of this device is proved like the site’s, sends nothing and stores nothing', async ({
  text,
  page,
}) => {
  await text.open()
  await text.ready()
  await text.box.fill(PRAISE)
  await text.expectAnswer('Positive')
  const before = await classify(page, [PRAISE, COMPLAINT])
  const folder = await copyBuiltIn(place('mine'))
  const stored = (): Promise<string[]> =>
    page.evaluate(async () => (await (await caches.open('undertone-models')).keys()).map(({ url }) => url))
  const kept = await stored()
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))

  const panel = new ModelPanel(page)
  await panel.open()
  await useFolder(page, folder)
  const dialog = editor(page, 'mine')
  await expect(dialog.getByText('It is not sent or stored.')).toBeVisible()
  await expect(dialog.getByText('a guess')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Use this model' }).click()
  await expect(panel.dialog.getByText('from a folder on this device')).toBeVisible()
  await expect(text.status).toHaveText(PROVED)
  expect(await classify(page, [PRAISE, COMPLAINT])).toEqual(before)
  expect(asked.filter((url) => !url.startsWith('blob:') && !url.includes('/assets/'))).toEqual([])
  expect(await stored()).toEqual(kept)

  await page.reload()
  await text.ready()
  await panel.open()
  await expect(panel.dialog.getByText('from a folder on this device')).toHaveCount(0)
})

test('a dropped folder is a model, whose two labels are guessed and can be turned round', async ({
  text,
  page,
}) => {
  const name = 'distilbert-base-uncased-finetuned-sst-2-english'
  const folder = await writeModel(place(name), TWO)
  await text.open()
  await text.ready()
  await text.box.fill('lovely')
  await dropPaths(page, [folder])
  const dialog = editor(page, name)
  await expect(dialog.getByText('a guess')).toHaveCount(2)
  await dialog.getByRole('combobox', { name: 'LABEL_0' }).selectOption('Positive')
  await dialog.getByRole('combobox', { name: 'LABEL_1' }).selectOption('Negative')
  await dialog.getByRole('button', { name: 'Use this model' }).click()
  await expect(text.status).toHaveText(UNPROVED)
  const panel = new ModelPanel(page)
  await panel.close()
  await text.expectAnswer('Negative')

  await panel.open()
  const change = panel.dialog.getByRole('button', { name: `Change the labels of ${name}` })
  await page.setViewportSize({ width: 360, height: 800 })
  await change.scrollIntoViewIfNeeded()
  await expectNoSidewaysScroll(page, 'a long name')
  await page.setViewportSize({ width: 1440, height: 900 })
  await change.click()
  await expect(dialog.getByRole('combobox', { name: 'LABEL_1' })).toHaveValue('negative')
  await dialog.getByRole('combobox', { name: 'LABEL_0' }).selectOption('Negative')
  await dialog.getByRole('combobox', { name: 'LABEL_1' }).selectOption('Positive')
  await dialog.getByRole('button', { name: 'Use this model' }).click()
  await panel.close()
  await text.expectAnswer('Positive')
})

stubTest(
  'a folder that is let go over an element that has just come under the pointer is taken',
  async ({ text, page }) => {
    const folder = await writeModel(place('quick'), TWO)
    await text.open()
    await dropPaths(page, [folder], { x: 40, y: 20 })
    await expect(editor(page, 'quick')).toBeVisible()
  },
)

test('files of a model can be dropped one by one, without tokenizer_config.json', async ({ text, page }) => {
  const folder = await writeModel(place('loose'), { ...FIVE, int8: false })
  await text.open()
  await text.ready()
  await dropPaths(
    page,
    ['config.json', 'tokenizer.json', 'onnx/model.onnx'].map((path) => `${folder}/${path}`),
  )
  await editor(page, 'Model from this device').getByRole('button', { name: 'Use this model' }).click()
  await expect(text.status).toHaveText(UNPROVED)
  const answers = await classify(page, ['awful', 'average', 'lovely'])
  expect(answers.map(({ label }) => label)).toEqual(['negative', 'neutral', 'positive'])
})

test('what cannot be used is refused with a reason, and the model in use stays', async ({ text, page }) => {
  await text.open()
  await text.ready()
  const panel = new ModelPanel(page)
  await panel.open()
  const folder = await writeModel(place('broken'), TWO)
  await rm(`${folder}/tokenizer.json`)
  await useFolder(page, folder)
  const alert = panel.dialog.getByRole('alert')
  await expect(alert).toContainText('This model cannot be used here.')
  await expect(alert).toContainText('broken: There is no tokenizer.json beside config.json.')
  await expect(text.status).toHaveText(PROVED)

  // Its config.json promises two labels, its weights have five.
  const lying = await writeModel(place('lying'), { labels: ['NEG', 'POS'] })
  await writeModel(lying, { ...FIVE, votes: {} })
  await rm(`${lying}/config.json`)
  const honest = await writeModel(place('honest'), { labels: ['NEG', 'POS'] })
  await dropPaths(page, [
    `${honest}/config.json`,
    `${lying}/tokenizer.json`,
    `${lying}/onnx/model_quantized.onnx`,
  ])
  await editor(page, 'Model from this device').getByRole('button', { name: 'Use this model' }).click()
  await expect(alert).toContainText('This model cannot be used here.')
  await expect(text.status).toHaveText(PROVED)
  const [praise] = await classify(page, [PRAISE])
  expect(praise?.label).toBe('positive')
})

test('a batch never mixes answers of two models: the first ones stay until they are downloaded or given up', async ({
  batch,
  page,
}) => {
  const words = ['awful', 'lovely', 'awful', 'good', 'bad']
  const folder = await writeModel(place('turned'), {
    labels: ['POS', 'NEG'],
    votes: { awful: 'POS', bad: 'POS', lovely: 'NEG', good: 'NEG' },
  })
  await batch.open()
  await batch.choose({ name: 'words.csv', body: toCsv([['Review'], ...words.map((word) => [word])]) })
  await batch.opened()
  await batch.classifyAll()
  const labels = async (): Promise<(string | undefined)[]> =>
    (await batch.save()).rows.map((row) => row['sentiment'])

  const panel = new ModelPanel(page)
  await panel.open()
  await useFolder(page, folder)
  await editor(page, 'turned').getByRole('button', { name: 'Use this model' }).click()
  await expect(batch.status).toHaveText(UNPROVED)
  await panel.close()
  await expect(page.getByText(`These answers are from ${builtInModel()}. turned is in use now`)).toBeVisible()

  await batch.classify.click()
  const asked = page.getByRole('dialog', { name: 'Classify again with another model?' })
  await expect(asked).toContainText(`5 rows are classified by ${builtInModel()} and not downloaded yet`)
  await expectAccessible(page, 'asks before it forgets')
  await asked.getByRole('button', { name: 'Keep these answers' }).click()
  const before = await labels()
  expect(before.slice(0, 2)).toEqual(['negative', 'positive'])

  // They are downloaded now: nothing is asked any more.
  await batch.classify.click()
  await expect(page.getByText(`These answers are from ${builtInModel()}`)).toHaveCount(0)
  await batch.done()
  expect(await labels()).toEqual(['positive', 'negative', 'positive', 'negative', 'positive'])
})
