import Papa from 'papaparse'
import { classifyAll, openCsv, openPage, serve, waitReady } from './browser.mjs'
import { BLOCK } from './lengthMix.mjs'
import { chooseWorkers, waitForWorkers, workersOf } from './modelDetails.mjs'
import { buildRivals } from './rivals/buildRivals.mjs'
import { RIVALS_DIST } from './rivals/rivalsDist.mjs'

/** On a busy machine a worker starts late: a run without it is repeated. */
const ATTEMPTS = 3

/**
 * What is timed in `throughput`: `run` gives the milliseconds for some blocks of texts, how many tokens of them were read
 * and how many workers were missing; `blocks` is how many it gets in a round, fewer where it is slow.
 * @typedef {{ key: string, words: string, blocks: number, run: (blocks: string[][]) => Promise<{ ms: number, tokens:
 *   number, missing?: number }> }} Contender
 */

/**
 * The product with so many workers: `batch` by its Batch view, from the click on Classify to “Done in …”, so reading the
 * CSV, storing and drawing are counted, which no rival does; `engine` by `window.undertone.classify`, on the workers that
 * the Batch view has started: cleaning, tokenising and deciding are counted, and the page stands still.
 */
async function openProduct(browser, url, workers) {
  const page = await openPage(browser, url, workers)
  await waitReady(page)
  await chooseWorkers(page, workers)
  let files = 0
  /** Runs `time` again while a worker was missing at its end; what is still missing at the last is said. */
  const counted = async (blocks, time) => {
    const tokens = blocks.length * BLOCK.tokens
    for (let attempt = 1; ; attempt += 1) {
      const ms = await time()
      const missing = workers - (await workersOf(page))
      if (missing === 0 || attempt === ATTEMPTS) return { ms, tokens, missing }
      await waitForWorkers(page, workers)
    }
  }
  return {
    batch: (blocks) => {
      const rows = blocks.flat().map((review, index) => ({ id: index + 1, review }))
      return counted(blocks, async () => {
        await openCsv(page, Papa.unparse(rows), `workers-${workers}-${(files += 1)}.csv`)
        return classifyAll(page)
      })
    },
    engine: (blocks) =>
      counted(blocks, () =>
        page.evaluate(async (texts) => {
          const startedAt = performance.now()
          await window.undertone.classify(texts)
          return performance.now() - startedAt
        }, blocks.flat()),
      ),
  }
}

/** A rival in a worker of its own; see rivals/page.mjs. */
async function openRival(page, name, rival) {
  await page.evaluate(
    async ([key, input]) => {
      window.runs ??= {}
      window.runs[key] = await window.rivals.open(input)
    },
    [name, rival],
  )
  return (blocks) => page.evaluate(([key, texts]) => window.runs[key](texts), [name, blocks.flat()])
}

/** All contenders, started; each runs once before it counts. */
export async function openContenders(browser, url, modelFolder) {
  const { product, distilbert } = await buildRivals(modelFolder)
  const site = await serve(RIVALS_DIST)
  const page = await (await browser.newContext()).newPage()
  await page.goto(site.url)
  const rival = (key, input) => openRival(page, key, input)
  const one = await openProduct(browser, url, 1)
  const two = await openProduct(browser, url, 2)
  // Two workers get twice as much: they begin and end as often in as long a time.
  /** @type {Contender[]} */
  const contenders = [
    { key: 'one', words: 'Undertone, 1 worker (Batch view on a CSV)', blocks: 16, run: one.batch },
    { key: 'two', words: 'Undertone, 2 workers (the same)', blocks: 32, run: two.batch },
    {
      key: 'oneAlone',
      words: 'Undertone’s engine, 1 worker (window.undertone)',
      blocks: 16,
      run: one.engine,
    },
    { key: 'twoAlone', words: 'Undertone’s engine, 2 workers (the same)', blocks: 32, run: two.engine },
    {
      key: 'a',
      words: '(a) transformers.js pipeline, same model, one text at a time',
      blocks: 16,
      run: await rival('a', { kind: 'pipeline', ...product, texts: 1 }),
    },
    {
      key: 'b',
      words: '(b) the same, batches of 32 in input order',
      blocks: 4,
      run: await rival('b', { kind: 'pipeline', ...product, texts: 32 }),
    },
    {
      key: 'c',
      words: '(c) bare InferenceSession.run on the same windows, tokenised before',
      blocks: 16,
      run: await rival('c', { kind: 'bare', ...product }),
    },
    {
      key: 'd',
      words: '(d) pipeline, DistilBERT’s shape (6 × 768, int8), one text at a time',
      blocks: 1,
      run: await rival('d', { kind: 'pipeline', ...distilbert, texts: 1 }),
    },
  ]
  return { contenders, close: () => site.close() }
}
