import { describe, expect, it } from 'vitest'
import { createStoredModels } from './storedModels.ts'

const SITE = 'https://undertone.example/'
const SMALL = `${SITE}models/small/`
const MONDAY = 'Mon, 16 Nov 2026 10:00:00 GMT'
const TUESDAY = 'Tue, 17 Nov 2026 10:00:00 GMT'

/** A browser's storage with these files, [bytes or text, date]. */
function browser(files: Record<string, [number | string, string?]>, settings: Record<string, string> = {}) {
  const kept = new Map(Object.entries(files))
  const cache: Partial<Cache> = {
    keys: () => Promise.resolve([...kept.keys()].map((url) => new Request(url))),
    match: (url) => {
      const [body, date] = kept.get(url as string) ?? []
      const bytes = typeof body === 'number' ? new Uint8Array(body) : body
      return Promise.resolve(new Response(bytes, date === undefined ? {} : { headers: { date } }))
    },
    delete: (url) => Promise.resolve(kept.delete(url as string)),
  }
  const texts: Record<string, string> = { ...settings }
  // As in a browser, the keys are properties of the storage and its methods are not.
  const storage = Object.setPrototypeOf(texts, {
    getItem: (key: string) => texts[key] ?? null,
    removeItem: (key: string) => Reflect.deleteProperty(texts, key),
  }) as Storage
  const stored = createStoredModels({
    openModels: () => Promise.resolve(cache as Cache),
    settings: () => storage,
    notSettings: 'undertone.files',
  })
  return { stored, kept, texts }
}

const FILES: Record<string, [number | string, string?]> = {
  [`${SMALL}manifest.json`]: ['{"name":"small"}', TUESDAY],
  [`${SMALL}onnx/model.onnx`]: [5000, MONDAY],
  [`${SMALL}config.json`]: [100, TUESDAY],
  [`${SITE}models/old/onnx/model.onnx`]: [300],
  [`${SITE}config.json`]: [40, TUESDAY],
}

describe('what this page keeps in the browser', () => {
  it('is listed as models with size and date, whatever else is there included', async () => {
    const { models } = await browser(FILES).stored.list()
    expect(models).toEqual([
      { folder: SMALL, name: 'small', bytes: 5116, storedAt: new Date(MONDAY) },
      { folder: `${SITE}models/old/onnx/`, name: '/models/old/onnx/', bytes: 300, storedAt: null },
      { folder: SITE, name: 'List of this site’s models', bytes: 40, storedAt: new Date(TUESDAY) },
    ])
  })

  it('keeps two models apart of which one lies in the folder of the other', async () => {
    const inner = `${SMALL}tiny/`
    const { stored, kept } = browser({
      ...FILES,
      [`${inner}manifest.json`]: ['{"name":"tiny"}'],
      [`${inner}model.onnx`]: [7],
    })
    const { models } = await stored.list()
    expect(models.find(({ folder }) => folder === inner)).toMatchObject({ name: 'tiny', bytes: 22 })
    await stored.removeModel(SMALL)
    expect([...kept.keys()].filter((url) => url.startsWith(SMALL))).toEqual([
      `${inner}manifest.json`,
      `${inner}model.onnx`,
    ])
  })

  it('is removed folder by folder, and nothing else with it', async () => {
    const { stored, kept } = browser(FILES)
    await stored.removeModel(SMALL)
    expect([...kept.keys()]).toEqual([`${SITE}models/old/onnx/model.onnx`, `${SITE}config.json`])
    for (const { folder } of (await stored.list()).models) await stored.removeModel(folder)
    expect(kept.size).toBe(0)
  })

  it('names a model by its address when its manifest is damaged', async () => {
    const { models } = await browser({ [`${SMALL}manifest.json`]: ['{'] }).stored.list()
    expect(models[0]?.name).toBe('/models/small/')
  })

  it('has settings of this page, not what is listed elsewhere nor of others on the same host', async () => {
    const { stored, texts } = browser(
      {},
      { 'undertone.engine': '{}', 'undertone.files': 'listed elsewhere', theme: 'dark' },
    )
    expect((await stored.list()).settings).toEqual({ bytes: 'undertone.engine{}'.length })
    stored.removeSettings()
    expect({ ...texts }).toEqual({ 'undertone.files': 'listed elsewhere', theme: 'dark' })
    expect((await stored.list()).settings).toBeNull()
  })

  it('is nothing where the browser opens no storage', async () => {
    const refuse = (): never => {
      throw new DOMException('no storage here', 'SecurityError')
    }
    const stored = createStoredModels({ openModels: () => Promise.reject(new Error('no')), settings: refuse })
    expect(await stored.list()).toEqual({ models: [], settings: null })
  })
})
