import { rm } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/axe.ts'
import { builtInModel } from './support/builtIn.ts'
import { builtInFolder, writeConfig, writeModel } from './support/madeModels.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { editor, place, TWO, useFolder } from './support/otherModels.ts'

test('models and their labels are accessible', async ({ text, page, siteWith }) => {
  test.setTimeout(120_000)
  const folder = await writeModel(place('a-model-with-a-rather-long-name-v2'), {
    ...TWO,
    labels: ['LABEL_0', 'LABEL_1', 'entailment'],
  })
  const config = await writeConfig(place('config.json'), [
    { path: `models/${builtInModel()}/`, name: 'Undertone' },
    { path: 'models/again/', name: 'The same again under another name' },
  ])
  const site = await siteWith({ 'config.json': config, 'models/again/': builtInFolder() })
  await page.goto(site.url)
  await text.ready()
  const panel = new ModelPanel(page)
  await panel.open()
  await panel.dialog.getByRole('heading', { name: 'Stored in this browser' }).scrollIntoViewIfNeeded()
  await expectAccessible(page, 'chooser')
  const button = panel.dialog.getByRole('button', { name: 'Use a model from this device' })
  const chooser = page.waitForEvent('filechooser')
  await button.press('Enter')
  await (await chooser).setFiles(folder)
  const dialog = editor(page, 'a-model-with-a-rather-long-name-v2')
  await expect(dialog).toBeVisible()
  await expectAccessible(page, 'editor')
  for (const label of ['LABEL_0', 'LABEL_1', 'entailment']) {
    await dialog.getByRole('combobox', { name: label }).selectOption('Negative')
  }
  await expect(dialog.getByText('no text will be called positive')).toBeVisible()
  await expectAccessible(page, 'editor, without positive')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  await rm(`${folder}/tokenizer.json`)
  await useFolder(page, folder)
  await panel.dialog.getByRole('alert').scrollIntoViewIfNeeded()
  await expectAccessible(page, 'refused')
})
