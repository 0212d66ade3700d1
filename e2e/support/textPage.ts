import { expect, type Locator, type Page } from '@playwright/test'

/** The Text view by the names of its controls. */
export class TextPage {
  readonly page: Page
  readonly box: Locator
  readonly result: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('textbox', { name: 'Review text' })
    this.result = page.getByRole('region', { name: 'Result' })
    this.status = page.getByRole('status', { name: 'Model status' })
  }

  /** `link` is what follows the page's address: `#text=…` or `?input_str=…`. */
  async open(link = ''): Promise<void> {
    await this.page.goto(link === '' ? '' : `./${link}`)
    await expect(this.box).toBeVisible()
  }

  /** Waits until the model has proved itself on this machine. */
  async ready(): Promise<void> {
    await expect(this.status).toHaveText(/^Ready/)
  }

  /** The label of the answer, once there is one. */
  async expectAnswer(label: 'Negative' | 'Neutral' | 'Positive'): Promise<void> {
    await expect(this.result.getByRole('paragraph').first()).toContainText(label)
  }

  /** How much of its track each bar fills, 0…1, in the order of the labels. */
  async barShares(): Promise<number[]> {
    return this.result.getByRole('definition').evaluateAll((definitions) =>
      definitions.map((definition) => {
        const track = definition.firstElementChild
        const bar = track?.firstElementChild
        return (bar?.getBoundingClientRect().width ?? NaN) / (track?.getBoundingClientRect().width ?? NaN)
      }),
    )
  }

  /** What stands beside the bars, as numbers of percent in the order of the labels. */
  async percents(): Promise<number[]> {
    const words = await this.result.getByRole('definition').allInnerTexts()
    return words.map((word) => Number(/\d+/.exec(word)?.[0]))
  }
}
