import { gzipSync } from 'node:zlib'
import { visit } from './visit.mjs'

/** Bytes of everything fetched until the first answer, as sent by a host that compresses with gzip. */
export async function measure({ browser, url }) {
  const context = await browser.newContext()
  const fetched = []
  // Bodies are gone when the page is, so they are asked for at once.
  const take = (response) => {
    if (response.status() === 200 && !response.url().startsWith('blob:')) fetched.push(weigh(response))
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

async function weigh(response) {
  const body = await response.body()
  return { path: new URL(response.url()).pathname, bytes: body.length, gzip: gzipSync(body).length }
}

export function lines({ gzip, bytes, files }) {
  const sizes = `${(gzip / 1e6).toFixed(1)} MB gzip, ${(bytes / 1e6).toFixed(1)} MB plain, ${files.length} files`
  return [['First visit', sizes]]
}
