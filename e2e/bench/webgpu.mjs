import Papa from 'papaparse'
import { openCsv, waitReady } from './browser.mjs'
import { launchWithGpu } from './gpuBrowser.mjs'
import { lengthMix } from './lengthMix.mjs'
import { candidatesOf, inModelDetails } from './modelDetails.mjs'
import { productModel } from './productModel.mjs'

/** Longer than any trial; a software adapter takes a second for a text. */
const PATIENCE_MS = 300_000

/**
 * What the engine finds out about the graphics card when a batch is long enough: the page's own words for each candidate.
 * A software adapter is chosen by hand, since the engine would not try it: it shows agreement, and no speed that counts.
 */
export async function measure({ url, quick }) {
  const found = await launchWithGpu(url)
  if (found === null) return { skipped: 'this Chromium offers no WebGPU adapter, not even a software one' }
  const { browser, adapter } = found
  try {
    if (adapter.software && quick)
      return { adapter, skipped: 'a software adapter takes minutes: leave out --quick' }
    return { adapter, candidates: await tryOut(browser, url, adapter.software) }
  } finally {
    await browser.close()
  }
}

async function tryOut(browser, url, software) {
  const makeBlock = await lengthMix(await productModel(browser, url))
  const reviews = Array.from({ length: software ? 50 : 1000 }, makeBlock).flat()
  const page = await browser.newPage()
  await page.goto(url)
  await waitReady(page)
  if (software) await inModelDetails(page, (dialog) => dialog.getByLabel(/^Graphics card/).check())
  await openCsv(page, Papa.unparse(reviews.map((review) => ({ review }))), 'webgpu.csv')
  await page.getByRole('button', { name: 'Classify', exact: true }).click()
  return settled(page)
}

/** Waits until the graphics card is in use or was turned down. */
async function settled(page) {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const candidates = await candidatesOf(page)
    if (/^(In use|Not used)/.test(candidates[1].now)) return candidates
    if (performance.now() > until) throw new Error(`no verdict in time: ${JSON.stringify(candidates[1])}`)
    await page.waitForTimeout(500)
  }
}

export function lines({ skipped, adapter, candidates = [] }) {
  if (skipped !== undefined) return [['WebGPU', `skipped: ${skipped}`]]
  return [
    ['WebGPU adapter', `${adapter.name}${adapter.software ? ' (software: its speed says nothing)' : ''}`],
    ...candidates.map(({ name, now, agreement, difference, speed, reason }) => [
      `  ${name}`,
      [now, speed, agreement, difference, reason].filter((words) => words !== '').join('; '),
    ]),
  ]
}
