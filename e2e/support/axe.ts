import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 360 },
] as const

/**
 * What the page shows now is accessible and never scrolls sideways, light and dark, on a wide screen and a narrow one.
 * Without motion, since colours that are on their way to others have another contrast.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = `${what}, ${colorScheme}, ${width} px`
    await expectNoFinding(page, look)
    await expectNoSidewaysScroll(page, look)
  }
  await page.setViewportSize({ width: LOOKS[0].width, height: 800 })
}

/** Nothing that axe finds, best practices included. */
async function expectNoFinding(page: Page, what: string): Promise<void> {
  // As an expression of the debugger it is no script of the page, whose policy would forbid it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
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

/** Neither the page as a whole nor a dialog scrolls sideways; wide content scrolls inside its own region. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('[role="dialog"]')].map((each) => ({
      content: each.scrollWidth,
      shown: each.clientWidth,
    })),
  )
  for (const { content, shown } of widths) {
    expect.soft(content, `width of page and dialog: ${what}`).toBeLessThanOrEqual(shown)
  }
}
