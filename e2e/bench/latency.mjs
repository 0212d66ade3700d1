import { openPage, waitReady } from './browser.mjs'
import { interval, quantile } from './statistics.mjs'
import { textOfWords } from './texts.mjs'
import { ms, range } from './words.mjs'

const LENGTHS = [10, 50, 200]

/** Milliseconds from call to answer of `window.undertone.classify` for one text of 10, 50 and 200 words, in turn. */
export async function measure({ browser, url, quick }) {
  const page = await openPage(browser, url)
  await waitReady(page)
  const makers = await Promise.all(LENGTHS.map(textOfWords))
  const given = Array.from({ length: quick ? 20 : 100 }, (_, index) => makers.map((make) => make(index * 37)))
  const times = await page.evaluate(async (rounds) => {
    const measured = []
    for (const texts of rounds) {
      const round = []
      for (const text of texts) {
        const startedAt = performance.now()
        await window.undertone.classify([text])
        round.push(performance.now() - startedAt)
      }
      measured.push(round)
    }
    return measured
  }, given)
  await page.context().close()
  return LENGTHS.map((words, place) => {
    // The first call of a length warms the runtime up.
    const warm = times.slice(1).map((round) => round[place])
    return { words, texts: warm.length, p50: interval(warm), p95: quantile(warm, 0.95) }
  })
}

export function lines(lengths) {
  return lengths.map(({ words, p50, p95 }) => [
    `One text of ${words} words`,
    `p50 ${range(p50, 1, ' ms')}, p95 ${ms(p95)}`,
  ])
}
