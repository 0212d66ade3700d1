import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** No finding of axe, best practices included, in what the page shows now. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // As an expression of the debugger it is no script of the page, whose policy would forbid it.
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const runner: unknown = Reflect.get(window, 'axe')
    const { violations } = await (runner as typeof axe).run()
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }))
  })
  // The other states are looked at all the same: one run tells everything.
  expect.soft(found, `axe: ${what}`).toEqual([])
}

/** The page as a whole never scrolls sideways; wide content scrolls inside its own region. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect.soft(content, `width of the page: ${what}`).toBeLessThanOrEqual(width)
}
