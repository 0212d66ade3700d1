import { resolve } from 'node:path'
import { DIST, openPage, waitReady } from './browser.mjs'

/** The folder inside the build of the model that the product loads by itself. */
export async function productModel(browser, url) {
  const page = await openPage(browser, url, 1)
  await waitReady(page)
  const manifest = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .find((name) => name.endsWith('/manifest.json')),
  )
  await page.context().close()
  if (manifest === undefined) throw new Error('the page fetched no manifest.json of a model')
  return resolve(DIST, decodeURI(new URL('.', manifest).href.slice(url.length)))
}
