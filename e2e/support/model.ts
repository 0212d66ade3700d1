import type { Page } from '@playwright/test'
import type { PublicAnswer } from './undertone.d.ts'

/** The weights that WebAssembly reads: the model's largest file. */
export const WEIGHTS = '**/models/**/*.onnx'

/** Holds the model's weights back until the returned function is called. */
export async function holdModel(page: Page): Promise<() => void> {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(WEIGHTS, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** `window.undertone.classify` in the page. */
export async function classify(page: Page, texts: readonly string[]): Promise<PublicAnswer[]> {
  return page.evaluate((list) => window.undertone.classify(list), texts)
}
