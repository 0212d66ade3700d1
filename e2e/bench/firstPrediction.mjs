import { interval } from './statistics.mjs'
import { visit } from './visit.mjs'
import { bar, range, rangeWords } from './words.mjs'

/** Milliseconds from navigation to the first answer on the page, with nothing stored and on the next visit, in turn. */
export async function measure({ browser, url, quick }) {
  const cold = []
  const warm = []
  for (let repeat = 0; repeat < (quick ? 2 : 9); repeat += 1) {
    const context = await browser.newContext()
    cold.push(await visit(context, url))
    warm.push(await visit(context, url))
    await context.close()
  }
  const ratios = warm.map((value, index) => value / cold[index])
  return { cold: interval(cold), warm: interval(warm), ratio: interval(ratios) }
}

export function lines({ cold, warm, ratio }) {
  return [
    ['Navigation to first prediction', rangeWords(cold)],
    ['  cold', range(cold, 0, ' ms')],
    ['  warm', range(warm, 0, ' ms')],
    ['  warm against cold', range(ratio, 2, ' ×') + bar('under 0.6')],
  ]
}
