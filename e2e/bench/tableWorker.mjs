import { readdirSync } from 'node:fs'

/**
 * The data worker of a build by itself, on a page without anything else. `call(name, input)` resolves to the answer and
 * the milliseconds it took; the file that was given to `openTable` is read in the worker's `open`.
 */
export async function tableWorker(browser, { url, dist }) {
  const script = readdirSync(`${dist}/assets`).find((name) => /^table-worker-.*[.]js$/.test(name))
  if (script === undefined) throw new Error(`no data worker in ${dist}`)
  const context = await browser.newContext()
  const page = await context.newPage()
  // A script as a page: of the site, and without its policy.
  await page.goto(`${url}assets/${script}`)
  await page.evaluate(start, `${url}assets/${script}`)
  return {
    page,
    /** Gives the page a file to open. */
    async give(path) {
      await page.setInputFiles('#file', path)
    },
    close: () => context.close(),
  }
}

/** Runs in the page. */
function start(script) {
  const input = document.createElement('input')
  input.type = 'file'
  input.id = 'file'
  document.body.append(input)
  const worker = new Worker(script, { type: 'module' })
  const waiting = new Map()
  const ready = new Promise((resolve) => {
    worker.addEventListener('message', ({ data }) => {
      if (data.type === 'ready') return resolve()
      const { settle, fail } = waiting.get(data.id)
      waiting.delete(data.id)
      if (data.type === 'result') settle(data.output)
      else fail(new Error(`${data.failure.code}: ${data.failure.message}`))
    })
  })
  let id = 0
  window.call = async (name, given) => {
    await ready
    return new Promise((settle, fail) => {
      waiting.set(++id, { settle, fail })
      worker.postMessage({ type: 'call', id, call: name, input: given })
    })
  }
  window.openFile = () => window.call('open', { files: [input.files[0]] })
  /** A query in the words of this build, and of those before it. */
  window.query = (conditions = [], earlier = {}) => ({
    conditions,
    includeUnfit: false,
    order: 'file',
    filter: 'all',
    search: '',
    group: null,
    ...earlier,
  })
}
