// npm run bench [-- --quick] [-- --only=throughput,latency,…]: speed and memory of the production build in headless
// Chromium. Prints a table and writes bench-results/bench.json. Compare ratios within one run: machines are noisy.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { STUB_DIST } from '../stub/stubDist.mjs'
import { launch, serve } from './browser.mjs'
import { firstPrediction, firstVisitBytes } from './firstPrediction.mjs'
import { latency } from './latency.mjs'
import { mainThread } from './mainThread.mjs'
import { memory } from './memory.mjs'
import { table } from './report.mjs'
import { throughput } from './throughput.mjs'

const quick = process.argv.includes('--quick')
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')
const wanted = (name) => only === undefined || only.includes(name)

if (!existsSync('dist/index.html')) throw new Error('there is no build: run npm run build first')
if (wanted('memory'))
  execFileSync('npx', ['vite', 'build', '-c', 'e2e/stub/vite.config.mjs'], { stdio: 'ignore' })

const product = await serve()
const browser = await launch()
const results = {
  date: new Date().toISOString(),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  chromium: browser.version(),
}
const MEASURES = {
  firstVisit: () => firstVisitBytes(browser, product.url),
  firstPrediction: () => firstPrediction(browser, product.url, { repeats: quick ? 2 : 9 }),
  latency: () => latency(browser, product.url, { texts: quick ? 20 : 100 }),
  throughput: () => throughput(browser, product.url, { rows: quick ? 200 : 1000, repeats: quick ? 1 : 5 }),
  mainThread: () => mainThread(browser, product.url, { rows: quick ? 500 : 10_000 }),
  memory: () => measureMemory(quick ? [10_000] : [10_000, 100_000]),
}
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (!wanted(name)) continue
    console.error(`measuring ${name} …`)
    results[name] = await measure()
  }
} finally {
  await browser.close()
  await product.close()
}
await mkdir('bench-results', { recursive: true })
await writeFile('bench-results/bench.json', JSON.stringify(results, null, 2) + '\n')
console.log(`${results.cpu}, ${results.cores} cores, Chromium ${results.chromium}\n${table(results)}`)

/** A browser of its own: what other measures left behind must not count. */
async function measureMemory(sizes) {
  const stub = await serve(STUB_DIST)
  const fresh = await launch()
  try {
    return await memory(fresh, stub.url, { sizes })
  } finally {
    await fresh.close()
    await stub.close()
  }
}
