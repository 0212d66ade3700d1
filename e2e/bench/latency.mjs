import { openPage, waitReady } from './browser.mjs'
import { quantile } from './statistics.mjs'
import { textOfWords } from './texts.mjs'

/** Milliseconds from call to answer of `window.undertone.classify` for one text of 10, 50 and 200 words. */
export async function latency(browser, url, { texts }) {
  const page = await openPage(browser, url)
  await waitReady(page)
  const results = []
  for (const words of [10, 50, 200]) {
    const make = await textOfWords(words)
    const given = Array.from({ length: texts }, (_, index) => make(index * 37))
    const times = await page.evaluate(async (all) => {
      const measured = []
      for (const text of all) {
        const startedAt = performance.now()
        await window.undertone.classify([text])
        measured.push(performance.now() - startedAt)
      }
      return measured
    }, given)
    // The first call of a length warms the runtime up.
    const warm = times.slice(1)
    results.push({ words, texts: warm.length, p50: quantile(warm, 0.5), p95: quantile(warm, 0.95) })
  }
  await page.context().close()
  return results
}
