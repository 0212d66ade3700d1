import { formatBytes } from '../src/lib/format.ts'
import { expect, test } from './fixtures.ts'
import { builtInBytes, builtInModel } from './support/builtIn.ts'
import { builtInFolder, copyBuiltIn, manifest, writeConfig, writeModel } from './support/madeModels.ts'
import { classify } from './support/model.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { editor, FIVE, place, PROVED, TWO, UNPROVED, useListed } from './support/otherModels.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'

test('a site lists its own model a second time: either is proved and gives the same answers', async ({
  text,
  page,
  siteWith,
}) => {
  const config = await writeConfig(place('config.json'), [
    { path: 'second/copy/', name: 'The copy' },
    { path: `models/${builtInModel()}/`, name: 'The original' },
  ])
  const site = await siteWith({ 'config.json': config, 'second/copy/': builtInFolder() })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().replace(site.url, '')))
  await page.goto(site.url)
  await expect(text.status).toHaveText(PROVED)
  expect(asked.filter((path) => path.endsWith('.onnx'))).toEqual(['second/copy/onnx/model_quantized.onnx'])
  const first = await classify(page, [PRAISE, COMPLAINT])

  const panel = new ModelPanel(page)
  await panel.open()
  await expect(panel.dialog.getByRole('radio', { name: 'The copy · in use' })).toBeChecked()
  await useListed(panel, /^The original/)
  await expect(panel.dialog.getByRole('radio', { name: 'The original · in use' })).toBeChecked()
  await expect(text.status).toHaveText(PROVED)
  expect(await classify(page, [PRAISE, COMPLAINT])).toEqual(first)
  expect(asked.filter((path) => path.endsWith('.onnx'))).toHaveLength(2)
})

test('the same model without its golden set answers the same and says that nothing could be checked', async ({
  text,
  page,
  siteWith,
}) => {
  const folder = await copyBuiltIn(place('bare'), ['golden.json'])
  manifest(folder)
  const config = await writeConfig(place('config.json'), [
    { path: `models/${builtInModel()}/`, name: 'Whole' },
    { path: 'models/bare/', name: 'Bare' },
  ])
  const site = await siteWith({ 'config.json': config, 'models/bare/': folder })
  await page.goto(site.url)
  await text.ready()
  const whole = await classify(page, [PRAISE, COMPLAINT])
  await text.box.fill(PRAISE)
  await text.expectAnswer('Positive')
  const panel = new ModelPanel(page)
  await panel.open()
  await useListed(panel, /^Bare/)
  await expect(text.status).toHaveText(UNPROVED)
  expect(await classify(page, [PRAISE, COMPLAINT])).toEqual(whole)
})

test('the list of models and the first manifest travel beside the script, and only once', async ({
  text,
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''))
  await text.open()
  await text.ready()
  const timing = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
  )
  const startOf = (name: RegExp): number => timing.find((entry) => name.test(entry.name))?.startTime ?? NaN
  const asScript = startOf(/assets\/index-.*[.]js$/)
  for (const name of [/folder\/config[.]json$/, /manifest[.]json$/]) {
    expect(Math.abs(startOf(name) - asScript)).toBeLessThan(100)
  }
  expect(asked.filter((name) => name === 'manifest.json')).toHaveLength(1)
  // One of the site and one of the model.
  expect(asked.filter((name) => name === 'config.json')).toHaveLength(2)
})

test('a site without config.json offers its built-in model', async ({ text, page, siteWith, noise }) => {
  // The browser itself logs requests that fail.
  noise.expect(/Failed to load resource.*config[.]json/)
  const site = await siteWith({ 'config.json': place('none.json') })
  await page.goto(site.url)
  await expect(text.status).toHaveText(PROVED)
  const panel = new ModelPanel(page)
  await panel.open()
  await expect(panel.dialog.getByRole('button', { name: 'Use a model from this device' })).toBeVisible()
  await expect(panel.dialog.getByRole('group', { name: 'Model to use' })).toHaveCount(0)
})

test('a config.json that is wrong is said in a sentence, and read again', async ({
  text,
  page,
  siteWith,
}) => {
  const config = await writeConfig(place('config.json'), [
    { path: `models/${builtInModel()}`, name: 'No slash' },
  ])
  const site = await siteWith({ 'config.json': config })
  await page.goto(site.url)
  await expect(text.status).toHaveText(
    'This copy of Undertone is set up wrongly: its config.json cannot be used.',
  )
  const panel = new ModelPanel(page)
  await panel.open()
  const alert = panel.dialog.getByRole('alert')
  await expect(alert).toContainText(
    `models[0].path must be a folder, with a slash at the end: models/${builtInModel()}`,
  )
  await writeConfig(config, [{ path: `models/${builtInModel()}/`, name: 'Slash' }])
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(text.status).toHaveText(PROVED)
})

test('a model with five labels, deployed by npm run manifest, answers in three', async ({
  text,
  page,
  siteWith,
}) => {
  const folder = await writeModel(place('stars'), FIVE)
  expect(manifest(folder, '--name', 'Stars')).toContain('negative, negative, neutral, positive, positive')
  const config = await writeConfig(place('config.json'), [{ path: 'models/stars/', name: 'Stars' }])
  const site = await siteWith({ 'config.json': config, 'models/stars/': folder })
  await page.goto(site.url)
  await expect(text.status).toHaveText(UNPROVED)
  const answers = await classify(page, ['awful', 'bad', 'average', 'good', 'lovely'])
  expect(answers.map(({ label }) => label)).toEqual([
    'negative',
    'negative',
    'neutral',
    'positive',
    'positive',
  ])
  for (const { confidence } of answers) expect(confidence).toBeGreaterThan(0.85)
  await text.box.fill('lovely')
  await expect(text.result).toContainText('So says the model; how often it is right was not measured.')
})

test('a model whose labels nobody explained is explained by whoever uses it', async ({
  text,
  page,
  siteWith,
}) => {
  const folder = await writeModel(place('two'), TWO)
  expect(manifest(folder)).toContain('The page will ask what these labels mean')
  const config = await writeConfig(place('config.json'), [{ path: 'models/two/', name: 'Two' }])
  const site = await siteWith({ 'config.json': config, 'models/two/': folder })
  await page.goto(site.url)
  await text.box.fill('lovely')
  await expect(text.status).toHaveText('This model names its labels in its own words.')
  const panel = new ModelPanel(page)
  await panel.open()
  await panel.dialog.getByRole('button', { name: 'Say what its labels mean' }).click()
  const dialog = editor(page, 'Two')
  await expect(dialog.getByRole('combobox', { name: 'LABEL_1' })).toHaveValue('positive')
  await dialog.getByRole('button', { name: 'Use this model' }).click()
  await expect(text.status).toHaveText(UNPROVED)
  await panel.close()
  await text.expectAnswer('Positive')
})

test('config.json can explain labels for everyone', async ({ text, page, siteWith }) => {
  const folder = await writeModel(place('two'), TWO)
  manifest(folder)
  const outputs = { LABEL_0: 'positive', LABEL_1: 'negative' }
  const config = await writeConfig(place('config.json'), [{ path: 'models/two/', name: 'Two', outputs }])
  const site = await siteWith({ 'config.json': config, 'models/two/': folder })
  await page.goto(site.url)
  await expect(text.status).toHaveText(UNPROVED)
  const [awful] = await classify(page, ['awful'])
  expect(awful?.label).toBe('positive')
  expect(awful?.probabilities?.neutral).toBe(0)
})

test('what is stored is listed and can be erased; the model in use goes on until the page is left', async ({
  text,
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const weights = (): number => asked.filter((url) => url.endsWith('.onnx')).length
  await text.open()
  await text.ready()
  const panel = new ModelPanel(page)
  await panel.open()
  const region = panel.dialog.getByRole('region', { name: 'Stored in this browser' })
  const words = new RegExp(`^${formatBytes(builtInBytes())}, stored on \\d+ \\w+ \\d{4}, in use$`)
  await expect(region.getByText(words)).toBeVisible()
  for (;;) {
    const remove = region.getByRole('button', { name: /^Remove/ })
    const left = await remove.count()
    if (left === 0) break
    await remove.first().click()
    await expect(remove).toHaveCount(left - 1)
  }
  await expect(region.getByText('Nothing is stored.')).toBeVisible()
  const cached = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    const keys = await Promise.all(caches_.map((cache) => cache.keys()))
    return keys.flat().length + Object.keys(localStorage).length
  })
  expect(cached).toBe(0)
  await panel.close()
  await text.box.fill(COMPLAINT)
  await text.expectAnswer('Negative')
  expect(weights()).toBe(1)
  await page.reload()
  await text.ready()
  expect(weights()).toBe(2)
})
