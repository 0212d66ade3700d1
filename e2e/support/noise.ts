import type { BrowserContext, Page, Worker } from '@playwright/test'

/** Everything a user should never cause: errors in a console, blocked or foreign requests. */
export interface Noise {
  /** What was heard and not expected. */
  readonly heard: readonly string[]
  /** A test that provokes an error says which. */
  expect(message: RegExp): void
  /** Another host of the build, for a test that needs one. */
  allowOrigin(origin: string): void
}

/**
 * Listens on the page and on its workers, whose requests and messages Chromium reports with those of the page.
 * `origin` is the only one that may be asked for anything.
 */
export async function listenForNoise(context: BrowserContext, origin: string): Promise<Noise> {
  const all: string[] = []
  const expected: RegExp[] = []
  const origins = new Set([origin])

  context.on('console', (message) => {
    if (message.type() === 'error') all.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => all.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (origins.has(url.origin) || url.protocol === 'data:' || url.protocol === 'blob:') return
    all.push(`request to another origin: ${request.url()}`)
  })
  context.on('page', (page) => listenForWorkers(page))
  await context.addInitScript(reportViolations)

  return {
    get heard() {
      return all.filter((message) => !expected.some((pattern) => pattern.test(message)))
    },
    expect(message) {
      expected.push(message)
    },
    allowOrigin(other) {
      origins.add(other)
    },
  }
}

function listenForWorkers(page: Page): void {
  page.on('worker', (worker: Worker) => {
    // A worker that is gone already cannot violate anything any more.
    worker.evaluate(reportViolations).catch(() => undefined)
  })
}

/** Runs in the page and in every worker. */
function reportViolations(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // eslint-disable-next-line no-console -- the one channel that page and workers share with the test
    console.error(`policy violation: ${violatedDirective} ${blockedURI}`)
  })
}
