import { gzipSync } from 'node:zlib'
import { spread } from './statistics.mjs'

const TEXT = '#text=They%20fixed%20the%20login%20bug%2C%20but%20now%20it%20crashes.'

/** Milliseconds from navigation to the first answer on the page, with nothing stored and on the next visit. */
export async function firstPrediction(browser, url, { repeats }) {
  const cold = []
  const warm = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const context = await browser.newContext()
    cold.push(await visit(context, url))
    warm.push(await visit(context, url))
    await context.close()
  }
  return { cold: spread(cold), warm: spread(warm), ratio: spread(warm).median / spread(cold).median }
}

/** Bytes of everything fetched until the first answer, as sent by a host that compresses with gzip. */
export async function firstVisitBytes(browser, url) {
  const context = await browser.newContext()
  const fetched = []
  // Bodies are gone when the page is, so they are asked for at once.
  const take = (response) => {
    if (response.status() === 200 && !response.url().startsWith('blob:')) fetched.push(measure(response))
  }
  context.on('response', take)
  await visit(context, url)
  // What is fetched from here on prepares Batch and is not waited for.
  context.off('response', take)
  const files = await Promise.all(fetched)
  await context.close()
  const sum = (key) => files.reduce((total, file) => total + file[key], 0)
  return { bytes: sum('bytes'), gzip: sum('gzip'), files: files.sort((a, b) => b.gzip - a.gzip) }
}

async function measure(response) {
  const body = await response.body()
  return { path: new URL(response.url()).pathname, bytes: body.length, gzip: gzipSync(body).length }
}

async function visit(context, url) {
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.answered = new Promise((resolve) => {
      const look = () => {
        if (/\d %/.test(document.querySelector('[aria-label="Result"]')?.textContent ?? ''))
          resolve(performance.now())
        else requestAnimationFrame(look)
      }
      look()
    })
  })
  await page.goto(url + TEXT)
  return page.evaluate(() => window.answered)
}
