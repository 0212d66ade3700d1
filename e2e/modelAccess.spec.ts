import { rm } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll } from './support/axe.ts'
import { builtInModel } from './support/builtIn.ts'
import { builtInFolder, writeConfig, writeModel } from './support/madeModels.ts'
import { ModelPanel } from './support/modelPanel.ts'
import { editor, place, TWO, useFolder } from './support/otherModels.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 360]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('models and their labels are accessible', async ({ text, page, siteWith }) => {
        const check = async (what: string): Promise<void> => {
          await page.screenshot({ path: place(`${what}.png`) })
          await expectAccessible(page, what)
          await expectNoSidewaysScroll(page, what)
        }
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
        await check('chooser')
        const button = panel.dialog.getByRole('button', { name: 'Use a model from this device' })
        const chooser = page.waitForEvent('filechooser')
        await button.press('Enter')
        await (await chooser).setFiles(folder)
        const dialog = editor(page, 'a-model-with-a-rather-long-name-v2')
        await expect(dialog).toBeVisible()
        await check('editor')
        for (const label of ['LABEL_0', 'LABEL_1', 'entailment']) {
          await dialog.getByRole('combobox', { name: label }).selectOption('Negative')
        }
        await expect(dialog.getByText('no text will be called positive')).toBeVisible()
        await check('editor, without positive')
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
        await expect(button).toBeFocused()
        await rm(`${folder}/tokenizer.json`)
        await useFolder(page, folder)
        await panel.dialog.getByRole('alert').scrollIntoViewIfNeeded()
        await check('refused')
      })
    })
  }
}
