// npm run bench [-- --quick] [-- --only=throughput,latency,…] [-- --before=/path/to/an/earlier/checkout]: speed and memory of the production build in headless
// Chromium. Prints a table and writes bench-results/bench.json. Compare ratios within one run: machines are noisy.
// `--before`: a second checkout with a build in its dist/, which opening and counts measure by turns with this one.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { DIST, launch, launchProfile, serve } from './browser.mjs'
import * as counts from './counts.mjs'
import * as firstPrediction from './firstPrediction.mjs'
import * as firstVisit from './firstVisit.mjs'
import * as latency from './latency.mjs'
import * as mainThread from './mainThread.mjs'
import * as memory from './memory.mjs'
import * as opening from './opening.mjs'
import * as stop from './stop.mjs'
import * as throughput from './throughput.mjs'
import * as webgpu from './webgpu.mjs'

const MEASURES = {
  firstVisit,
  firstPrediction,
  latency,
  throughput,
  stop,
  mainThread,
  memory,
  opening,
  counts,
  webgpu,
}

const option = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(`--${name}=`.length)
const quick = process.argv.includes('--quick')
const only = option('only')
const before = option('before')
const wanted = only?.split(',') ?? Object.keys(MEASURES)
const unknown = wanted.filter((name) => !(name in MEASURES))
if (unknown.length > 0)
  throw new Error(`no measure ${unknown.join(', ')}: ${Object.keys(MEASURES).join(', ')}`)
if (!existsSync(`${DIST}/index.html`))
  throw new Error(`there is no build in ${DIST}: run npm run build first`)

const busy = loadavg()[0]
const site = await serve()
const earlier = before === undefined ? null : await serve(`${before}/dist`)
const builds = [
  ...(earlier === null ? [] : [{ name: 'before', url: earlier.url, dist: `${before}/dist` }]),
  { name: 'this', url: site.url, dist: DIST },
]
const browser = await launch()
const results = {
  date: new Date().toISOString(),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  busyCoresBefore: busy,
  chromium: browser.version(),
  quick,
  seconds: {},
}
const table = []
try {
  for (const [name, { measure, lines }] of Object.entries(MEASURES)) {
    if (!wanted.includes(name)) continue
    const startedAt = performance.now()
    try {
      results[name] = await measure({ browser, launch, launchProfile, url: site.url, builds, quick })
      table.push(...lines(results[name]))
    } catch (error) {
      // What the others measured is worth keeping.
      results[name] = { failed: String(error) }
      table.push([name, `failed: ${error}`])
      process.exitCode = 1
    }
    results.seconds[name] = Math.round((performance.now() - startedAt) / 1000)
    console.error(`${name}: ${results.seconds[name]} s`)
  }
} finally {
  await browser.close()
  await site.close()
  await earlier?.close()
}
await mkdir('bench-results', { recursive: true })
await writeFile('bench-results/bench.json', JSON.stringify(results, null, 2) + '\n')

const width = Math.max(...table.map(([name]) => name.length))
console.log(
  `${results.cpu}, ${results.cores} cores (${busy.toFixed(1)} busy before), Chromium ${results.chromium}`,
)
for (const [name, value] of table) console.log(`${name.padEnd(width)}  ${value}`)
