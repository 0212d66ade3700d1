import { freezeMeasured } from './freeze.mjs'

/** Pictures in a row that have to be the same, and how many are taken before giving up. */
const SAME = 3
const MOST = 60

/** The whole page as a PNG, once it has come to rest. Throws when it never does. */
export async function steadyShot(page) {
  let last = Buffer.alloc(0)
  let same = 0
  // Nothing lies under the pointer there, however the page is scrolled and whatever moved below it.
  await page.mouse.move(0, 0)
  for (let taken = 0; taken < MOST; taken += 1) {
    await idle(page)
    await page.evaluate(freezeMeasured)
    const shot = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
    same = shot.equals(last) ? same + 1 : 1
    if (same === SAME) return shot
    last = shot
  }
  throw new Error('the page does not come to rest')
}

/** Waits until nothing says that it is busy, the workers have answered what they were asked, and the page is idle. */
async function idle(page) {
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
  // A worker that has just ended has nothing to answer any more.
  for (const worker of page.workers()) await worker.evaluate(() => undefined).catch(() => undefined)
  await page.evaluate(() => new Promise((done) => window.requestIdleCallback(() => done())))
}
