import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium } from '../../.ci/chromium.mjs'
import { clickToWords } from './clickToWords.mjs'

/** The build that is measured: `dist/`, or the folder in `DIST_DIR`. */
export const DIST = process.env['DIST_DIR'] ?? 'dist'

const FLAGS = [
  // Memory is measured after a collection, or garbage would count.
  '--js-flags=--expose-gc',

  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** The files that pages have open; gone with the process. */
const SCRATCH = mkdtempSync(join(tmpdir(), 'undertone-bench-'))
process.on('exit', () => rmSync(SCRATCH, { recursive: true, force: true }))

/** A fresh headless Chromium. Root needs `--no-sandbox`. */
export async function launch(flags = []) {
  return chromium.launch(await launchOptions(flags))
}

/** A context in a headless Chromium of its own that keeps a profile in `folder`, as a person's browser does. */
export async function launchProfile(folder) {
  return chromium.launchPersistentContext(folder, await launchOptions([]))
}

async function launchOptions(flags) {
  const executablePath = await findChromium()
  if (executablePath === null) throw new Error('no Chromium: run node .ci/chromium.mjs')
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath, args: [...FLAGS, ...sandbox, ...flags] }
}

/** Serves a build; resolves to its address and the way to stop. */
export async function serve(outDir = DIST) {
  const server = await preview({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', strictPort: false, open: false },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the server has no address')
  return { url, close: () => server.close() }
}

/** A page in a context of its own whose device seems to have `cores` cores. */
export async function openPage(browser, url, cores = 2) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript((count) => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count })
  }, cores)
  const page = await context.newPage()
  await page.goto(url)
  return page
}

export async function waitReady(page) {
  await page.getByRole('status', { name: 'Model status' }).getByText('Ready').waitFor({ timeout: 120_000 })
}

/** Opens a CSV in Batch and waits until it is measured. `name`: one for each file, since open files must not change. */
export async function openCsv(page, csv, name) {
  await page.getByRole('tab', { name: 'Batch' }).click()
  // From disk, as a person's file is: a buffer would be held by the page itself.
  await writeFile(join(SCRATCH, name), csv)
  await page.getByLabel('Reviews file').first().setInputFiles(join(SCRATCH, name))
  const measured = page.getByText('on this device, measured')
  const replace = page.getByRole('button', { name: 'Open the new one' })
  await measured.or(replace).waitFor({ timeout: 120_000 })
  if (await replace.isVisible()) await replace.click()
  await measured.waitFor({ timeout: 120_000 })
}

/** Runs Classify to its end; milliseconds from the click to “Done in …”. */
export function classifyAll(page) {
  return clickToWords(page, 'Classify', /^Done in /)
}
