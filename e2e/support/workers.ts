import { expect, type Page, type Worker } from '@playwright/test'

type Name = 'undertone-inference' | 'undertone-gpu' | 'undertone-table'

/** The running workers of that name. One that is being started or ended may be missing. */
export async function workersNamed(page: Page, name: Name): Promise<Worker[]> {
  const named = await Promise.all(
    page.workers().map(async (worker) => {
      const own = await worker.evaluate(() => self.name).catch(() => '')
      return own === name ? [worker] : []
    }),
  )
  return named.flat()
}

/** Waits until `count` workers of that name run. */
export async function waitForWorkers(page: Page, name: Name, count: number): Promise<Worker[]> {
  await expect.poll(async () => (await workersNamed(page, name)).length).toBe(count)
  return workersNamed(page, name)
}

/** Message of the error that kills a worker. */
export const KILLED = 'killed by the test'

/** An error that nobody catches: the browser tells the page. */
export async function crash(worker: Worker): Promise<void> {
  await worker.evaluate((message) => {
    setTimeout(() => {
      throw new Error(message)
    })
  }, KILLED)
}

/** The worker ends itself: nobody is told, it just falls silent. */
export async function vanish(worker: Worker): Promise<void> {
  await worker.evaluate(() => self.close())
}

/**
 * Lets the page's clock jump, twice, over what passes before a silent worker counts as dead: first it is asked, then
 * given up. `meanwhile` is what a sound worker does between the two. Needs `page.clock.install()` before the page.
 */
export async function outwaitSilence(page: Page, meanwhile: () => Promise<void>): Promise<void> {
  await page.clock.fastForward(3_000)
  await meanwhile()
  await page.clock.fastForward(20_000)
}
