import { expect, type Locator, type Page } from '@playwright/test'

/** Model details by the names of its controls. */
export class ModelPanel {
  readonly page: Page
  readonly dialog: Locator
  readonly automatic: Locator
  readonly wasm: Locator
  readonly gpu: Locator
  readonly workers: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Model details' })
    this.automatic = this.dialog.getByRole('radio', { name: /^Automatic/ })
    this.wasm = this.dialog.getByRole('radio', { name: /^WebAssembly/ })
    this.gpu = this.dialog.getByRole('radio', { name: /^Graphics card/ })
    this.workers = this.dialog.getByRole('combobox', { name: 'Workers' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Model details' }).click()
    await expect(this.dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toHaveCount(0)
  }

  /** What the table says in that row: of WebAssembly, then of the graphics card. */
  async row(name: string): Promise<string[]> {
    return this.cells(name).allInnerTexts()
  }

  /** The graphics card's cell of that row. */
  ofGpu(name: string): Locator {
    return this.cells(name).last()
  }

  private cells(name: string): Locator {
    return this.dialog.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell')
  }
}
