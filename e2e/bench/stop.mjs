import { openCsv, openPage, waitReady } from './browser.mjs'
import { clickToWords } from './clickToWords.mjs'
import Papa from 'papaparse'
import { lengthMix } from './lengthMix.mjs'
import { productModel } from './productModel.mjs'
import { interval } from './statistics.mjs'
import { bar, ms, range } from './words.mjs'

/** Milliseconds from the click on Stop to “Stopped …” during a batch with two workers, at different moments of it. */
export async function measure({ browser, url, quick }) {
  const makeBlock = await lengthMix(await productModel(browser, url))
  const times = []
  const repeats = quick ? 3 : 20
  // A stretch of the run, from Classify to Stop, takes a second or two: enough rows for all of them.
  const reviews = Array.from({ length: repeats * 12 }, makeBlock).flat()
  const page = await openPage(browser, url)
  await waitReady(page)
  await openCsv(page, Papa.unparse(reviews.map((review) => ({ review }))), 'stop.csv')
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await page.getByRole('button', { name: 'Classify', exact: true }).click()
    await page.getByText(/ rows a second/).waitFor()
    await page.waitForTimeout((repeat * 137) % 400)
    times.push(await clickToWords(page, 'Stop', /^Stopped(?= at|[.] Choose)/))
  }
  await page.context().close({ runBeforeUnload: false })
  return { ...interval(times), longest: Math.max(...times) }
}

export function lines({ longest, ...times }) {
  return [
    [
      `Stop to “Stopped” during a batch, ${times.runs} times`,
      `${range(times, 0, ' ms')}, longest ${ms(longest)}${bar('under 300 ms')}`,
    ],
  ]
}
