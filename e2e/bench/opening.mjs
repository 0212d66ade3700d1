import { writeFile } from 'node:fs/promises'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPage, waitReady } from './browser.mjs'
import { realisticCsv } from './realisticCsv.mjs'
import { median } from './statistics.mjs'
import { tableWorker } from './tableWorker.mjs'
import { bar, ms } from './words.mjs'

/**
 * Milliseconds from a file to everything that is asked before a run: of the data worker by itself, and on the page from
 * the choice of a file until its texts are counted. Where there is a build before, both by turns.
 */
export async function measure({ browser, builds, quick }) {
  const rows = quick ? 10_000 : 100_000
  const folder = mkdtempSync(join(tmpdir(), 'undertone-opening-'))
  const path = join(folder, 'opening.csv')
  await writeFile(path, await realisticCsv(rows))
  const turns = quick ? 2 : 5
  const times = Object.fromEntries(builds.map(({ name }) => [name, { worker: [], steps: [], page: [] }]))
  for (let turn = 0; turn < turns; turn += 1) {
    for (const build of builds) {
      const steps = await workerAlone(browser, build, path)
      times[build.name].steps.push(steps)
      times[build.name].worker.push(Object.values(steps).reduce((sum, step) => sum + step, 0))
    }
  }
  for (let turn = 0; turn < turns; turn += 1) {
    for (const build of builds) times[build.name].page.push(await onPage(browser, build, path))
  }
  return { rows, turns, times }
}

async function workerAlone(browser, build, path) {
  const worker = await tableWorker(browser, build)
  try {
    await worker.give(path)
    return await worker.page.evaluate(askAsThePageDoes)
  } finally {
    await worker.close()
  }
}

/** Runs in the page: the questions of the Batch view, in its order. */
async function askAsThePageDoes() {
  const { call, openFile, query } = window
  const steps = {}
  const timed = async (name, ask) => {
    const startedAt = performance.now()
    const answer = await ask()
    steps[name] = performance.now() - startedAt
    return answer
  }
  const opened = await timed('open', openFile)
  const columnOf = (role) => opened.roles.find((each) => each.role === role).column
  await timed('chooseText', () => call('chooseText', { column: opened.textColumn }))
  const breakdown = (role) =>
    call('breakdown', { column: columnOf(role), includeUnfit: false, query: query() })
  await timed('results', () =>
    Promise.all([
      call('summary', { includeUnfit: false, query: query() }),
      call('slice', { query: query(), from: 0, limit: 100, extra: [columnOf('stars'), columnOf('version')] }),
      breakdown('date'),
      breakdown('version'),
    ]),
  )
  await timed('profile', () =>
    call('profile', { text: [opened.textColumn], label: columnOf('stars'), language: null }),
  )
  return steps
}

async function onPage(browser, { url }, path) {
  const page = await openPage(browser, url)
  try {
    await waitReady(page)
    await page.getByRole('tab', { name: 'Batch' }).click()
    await page.getByLabel('Reviews file').first().waitFor({ state: 'attached' })
    await page.evaluate(watch)
    await page.getByLabel('Reviews file').first().setInputFiles(path)
    return await page.evaluate(() => window.counted)
  } finally {
    await page.context().close({ runBeforeUnload: false })
  }
}

/** Runs in the page: from the choice of a file until the stars beside its texts are told, which comes with all else. */
function watch() {
  window.counted = new Promise((resolve) => {
    document.addEventListener(
      'change',
      () => {
        const startedAt = performance.now()
        const look = () => {
          const isCounted = [...document.querySelectorAll('caption')].some(({ textContent }) =>
            textContent.startsWith('Rows by'),
          )
          if (isCounted) resolve(performance.now() - startedAt)
          else setTimeout(look, 10)
        }
        look()
      },
      { capture: true, once: true },
    )
  })
}

export function lines({ rows, times }) {
  return ['worker', 'page'].map((where) => [
    `Opening ${rows} rows until all is counted, ${where === 'worker' ? 'data worker alone' : 'on the page'}`,
    Object.entries(times)
      .map(([name, own]) => `${name} ${ms(median(own[where]))}`)
      .join(', ') + ratio(times, where),
  ])
}

function ratio({ this: own, before }, where) {
  if (before === undefined) return ''
  const factor = median(own[where]) / median(before[where])
  return `: ${factor.toFixed(2)} of it${where === 'worker' ? bar('at most 0.6') : ''}`
}
