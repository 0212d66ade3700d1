import { serve } from '../bench/browser.mjs'
import { steadyShot } from './steadyShot.mjs'
import { showBatch, showText } from './views.mjs'

const LOOKS = ['light', 'dark'].flatMap((colorScheme) => [360, 1440].map((width) => ({ colorScheme, width })))

/** All pictures of the build in `folder`, as PNGs by name: `results-dark-360`. */
export async function takePictures(browser, folder) {
  const site = await serve(folder)
  const pictures = new Map()
  try {
    for (const look of LOOKS) {
      const page = await openPage(browser, site.url, look)
      const take = async (name) => {
        pictures.set(`${name}-${look.colorScheme}-${look.width}`, await steadyShot(page))
      }
      await showText(page, take)
      await showBatch(page, take)
      await page.context().close()
    }
  } finally {
    await site.close()
  }
  return pictures
}

/** A page that looks the same whenever and wherever it is opened. */
async function openPage(browser, url, { colorScheme, width }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 2 })
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date('2026-12-01T12:00:00Z'))
  await page.goto(url)
  return page
}
