import { classifyAll, openCsv, openPage, waitReady } from './browser.mjs'
import { median, spread } from './statistics.mjs'
import { reviewsCsv } from './texts.mjs'

/** Texts per second of the whole Batch view with 1 and 2 workers, in turn within one run. */
export async function throughput(browser, url, { rows, repeats }) {
  const csv = await reviewsCsv(rows)
  const warmUp = await reviewsCsv(32)
  const pages = []
  for (const workers of [1, 2]) {
    const page = await openPage(browser, url, workers)
    await waitReady(page)
    await openCsv(page, warmUp, 'warm-up.csv')
    await classifyAll(page)
    pages.push({ workers, page, perSecond: [] })
  }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const { page, perSecond } of pages) {
      await openCsv(page, csv, `run-${repeat}.csv`)
      perSecond.push((rows * 1000) / (await classifyAll(page)))
    }
  }
  for (const { page } of pages) await page.context().close({ runBeforeUnload: false })
  const [one, two] = pages.map(({ perSecond }) => perSecond)
  return {
    rows,
    oneWorker: spread(one),
    twoWorkers: spread(two),
    ratio: median(two.map((value, index) => value / one[index])),
  }
}
