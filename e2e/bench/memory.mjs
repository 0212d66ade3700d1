import { readFile } from 'node:fs/promises'
import { classifyAll, openCsv, openPage, waitReady } from './browser.mjs'
import { reviewsCsv } from './texts.mjs'

/**
 * Memory of the renderer process (page and workers) in MB after the model has loaded, and how much more it holds
 * after a run. Linux only: proportional set size, so that shared libraries do not count twice.
 * `url` serves the size-test build, whose stub engine answers at once: the rows are what is measured, not the model.
 */
export async function memory(browser, url, { sizes }) {
  const results = []
  for (const rows of sizes) {
    const page = await openPage(browser, url, 1)
    await waitReady(page)
    const before = await rendererMegabytes(browser, page)
    await openCsv(page, await reviewsCsv(rows))
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
