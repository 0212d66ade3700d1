import { test, type Locator, type Page } from '@playwright/test'
import type { ModelPanel } from './modelPanel.ts'

/** What Model status says of a model that reproduces its golden set, and of one that has none. */
export const PROVED = 'Ready. Matches the reference on this device'
export const UNPROVED = 'Ready. Not checked: this model brings no reference answers'

/** Made-up models with other labels than ours; one word alone decides. */
export const TWO = { labels: ['LABEL_0', 'LABEL_1'], votes: { awful: 'LABEL_0', lovely: 'LABEL_1' } }
export const FIVE = {
  labels: ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
  votes: { awful: '1 star', bad: '2 stars', average: '3 stars', good: '4 stars', lovely: '5 stars' },
}

/** A place for files of this test. */
export function place(name: string): string {
  return test.info().outputPath(name)
}

/** The dialog that asks what labels mean. */
export function editor(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name: `What do the labels of ${name} mean?` })
}

/** Chooses a folder of this machine as a model. */
export async function useFolder(page: Page, folder: string): Promise<void> {
  await page.getByLabel('Folder of a model').setInputFiles(folder)
}

export async function useListed({ dialog }: ModelPanel, name: RegExp): Promise<void> {
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: 'Use this model' }).click()
}
