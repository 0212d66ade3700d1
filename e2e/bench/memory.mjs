import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { STUB_DIST } from '../stub/stubDist.mjs'
import { classifyAll, openCsv, openPage, serve, waitReady } from './browser.mjs'
import { reviewsCsv } from './texts.mjs'

/**
 * Memory of the renderer process (page and workers) in MB after the model has loaded, and how much more it holds
 * after a run. Linux only: proportional set size, so that shared libraries do not count twice.
 * It runs the size-test build, whose stub engine answers at once: the rows are what is measured, not the model. In a
 * browser of its own, since what other measures left behind must not count.
 */
export async function measure({ launch, quick }) {
  execFileSync('npx', ['vite', 'build', '-c', 'e2e/stub/vite.config.mjs'], { stdio: 'ignore' })
  const site = await serve(STUB_DIST)
  const browser = await launch()
  try {
    return await grow(browser, site.url, quick ? [10_000] : [10_000, 100_000])
  } finally {
    await browser.close()
    await site.close()
  }
}

async function grow(browser, url, sizes) {
  const results = []
  for (const rows of sizes) {
    const page = await openPage(browser, url, 1)
    await waitReady(page)
    const before = await rendererMegabytes(browser, page)
    await openCsv(page, await reviewsCsv(rows), `memory-${rows}.csv`)
    const ms = await classifyAll(page)
    results.push({
      rows,
      before,
      growth: (await rendererMegabytes(browser, page)) - before,
      seconds: ms / 1000,
    })
    await page.context().close({ runBeforeUnload: false })
  }
  return results
}

async function rendererMegabytes(browser, page) {
  for (const realm of [page, ...page.workers()]) await realm.evaluate(() => globalThis.gc())
  // Freed pages are given back only under pressure.
  const pressure = await page.context().newCDPSession(page)
  await pressure.send('Memory.simulatePressureNotification', { level: 'critical' })
  await pressure.detach()
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalSize(id)),
  )
  return Math.max(...sizes)
}

async function proportionalSize(pid) {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1000
}

export function lines(sizes) {
  return sizes.map(({ rows, growth, before }) => [
    `Renderer memory at ${rows} rows (stub engine)`,
    `+${growth.toFixed(0)} MB on ${before.toFixed(0)} MB`,
  ])
}
