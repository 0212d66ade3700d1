import { expect, type Page } from '@playwright/test'
import type { BatchPage } from './batchPage.ts'
import { crash, vanish, workersNamed } from './workers.ts'

/** The same moments in every run: `count` of them, in order, among `rows` rows done. */
export function randomMoments(count: number, rows: number, seed: number): number[] {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: count }, () => Math.floor(next() * rows)).toSorted((a, b) => a - b)
}

/**
 * Kills a running inference worker whenever so many rows are done; each `silentEvery`-th falls silent instead of
 * crashing, which takes the page longer to notice.
 */
export async function killWorkersAt(
  batch: BatchPage,
  moments: readonly number[],
  silentEvery: number,
): Promise<void> {
  const { page } = batch
  for (const [turn, moment] of moments.entries()) {
    await expect
      .poll(() => batch.rowsDone(), { timeout: 240_000, intervals: [20] })
      .toBeGreaterThanOrEqual(moment)
    const running = await workersNamed(page, 'undertone-inference')
    const victim = running[turn % Math.max(1, running.length)]
    // All were killed just now: the next moment finds their successors.
    if (victim === undefined) continue
    const end = turn % silentEvery === silentEvery - 1 ? vanish : crash
    await end(victim).catch(() => undefined)
    await expect.poll(() => page.workers().includes(victim), { timeout: 60_000, intervals: [20] }).toBe(false)
  }
}

/** Kills inference workers as fast as they appear, those that are just starting too, until `enough` holds. */
export async function killWorkersUntil(page: Page, enough: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    for (const worker of await workersNamed(page, 'undertone-inference'))
      await crash(worker).catch(() => undefined)
    expect(await enough()).toBe(true)
  }).toPass({ intervals: [0], timeout: 60_000 })
}
