import { test as base, expect } from '@playwright/test'
import { startSite, type Site } from './staticServer.ts'
import { STUB_DIST } from './stub/stubDist.mjs'
import { BatchPage } from './support/batchPage.ts'
import { listenForNoise, type Noise } from './support/noise.ts'
import { TextPage } from './support/textPage.ts'

type Engine = 'model' | 'stub'

interface TestFixtures {
  /**
   * `stub`: the whole product but the model's session, for tests of what surrounds the model. A page that compiles no
   * runtime and proves no model is ready in a third of the time.
   */
  engine: Engine
  /** The build on a host of its own, with the engine that the test asks for. */
  site: Site
  /** What must not happen in any test; a test that provokes an error names it. */
  noise: Noise
  /** The Text view, opened by `open()`. */
  text: TextPage
  /** The Batch view, opened by `open()`. */
  batch: BatchPage
  /** A second host of the same build, which answers missing files with its start page. */
  startPageSite: Site
  /** Starts a host of the same build with more files on it: for each place on the site, a file or folder. */
  siteWith: (more: Readonly<Record<string, string>>) => Promise<Site>
}

interface WorkerFixtures {
  sites: Readonly<Record<Engine, Site>>
}

/** Playwright's `test` on the production build; every test fails on console errors and requests to other origins. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sites: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const sites = { model: await startSite(), stub: await startSite({ folder: STUB_DIST }) }
      await use(sites)
      for (const site of Object.values(sites)) await site.close()
    },
    { scope: 'worker' },
  ],
  engine: ['model', { option: true }],
  site: async ({ engine, sites }, use) => use(sites[engine]),
  baseURL: async ({ site }, use) => use(site.url),
  noise: [
    async ({ context, site }, use) => {
      const noise = await listenForNoise(context, site.origin)
      await use(noise)
      expect(noise.heard, 'noise on the page or in its workers').toEqual([])
    },
    { auto: true },
  ],
  startPageSite: async ({ noise }, use) => {
    const site = await startSite({ missing: 'start-page' })
    noise.allowOrigin(site.origin)
    await use(site)
    await site.close()
  },
  siteWith: async ({ noise }, use) => {
    const sites: Site[] = []
    await use(async (more) => {
      const site = await startSite({ more })
      noise.allowOrigin(site.origin)
      sites.push(site)
      return site
    })
    for (const site of sites) await site.close()
  },
  text: async ({ page }, use) => use(new TextPage(page)),
  batch: async ({ page }, use) => use(new BatchPage(page)),
})

/** For the few tests of a file that need no model: `test` with the stubbed engine. */
export const stubTest = test.extend({ engine: 'stub' })

export { expect }
