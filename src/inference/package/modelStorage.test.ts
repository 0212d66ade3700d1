import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserModelStorage } from './modelStorage.ts'

const URL = 'https://undertone.example/models/small/config.json'
const BYTES = Uint8Array.of(1, 2, 3)

afterEach(() => vi.unstubAllGlobals())

/** Cache Storage in memory: as much of it as is used. */
function fakeCaches(): { stored: Map<string, Response>; names: string[] } {
  const stored = new Map<string, Response>()
  const names: string[] = []
  vi.stubGlobal('caches', {
    open: (name: string) => {
      names.push(name)
      return Promise.resolve({
        match: (url: string) => Promise.resolve(stored.get(url)?.clone()),
        put: (url: string, response: Response) => Promise.resolve(void stored.set(url, response)),
        delete: (url: string) => Promise.resolve(stored.delete(url)),
      })
    },
  })
  return { stored, names }
}

describe('with Cache Storage', () => {
  it('reads nothing where nothing was stored', async () => {
    fakeCaches()
    expect(await browserModelStorage().read(URL)).toBeNull()
  })

  it('reads what was written', async () => {
    fakeCaches()
    const storage = browserModelStorage()
    expect(await storage.write(URL, BYTES, 'application/json')).toBeNull()
    expect(await storage.read(URL)).toEqual(BYTES)
  })

  it('keeps the type, in a cache of its own', async () => {
    const { stored, names } = fakeCaches()
    await browserModelStorage().write(URL, BYTES, 'application/json')
    expect(stored.get(URL)?.headers.get('content-type')).toBe('application/json')
    expect(new Set(names)).toEqual(new Set(['undertone-models']))
  })

  it('keeps the date, to the second', async () => {
    const { stored } = fakeCaches()
    await browserModelStorage().write(URL, BYTES, 'application/json')
    const date = new Date(stored.get(URL)?.headers.get('date') ?? '')
    expect(Math.abs(Date.now() - date.getTime())).toBeLessThan(5000)
  })

  it('reads nothing after it was removed', async () => {
    fakeCaches()
    const storage = browserModelStorage()
    await storage.write(URL, BYTES, 'application/json')
    await storage.remove(URL)
    expect(await storage.read(URL)).toBeNull()
  })
})

describe.each([
  {
    what: 'is absent',
    prepare: () => undefined,
    reason: 'This page has no access to the browser’s storage.',
  },
  {
    what: 'cannot be opened',
    prepare: () =>
      vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) }),
    reason: 'denied',
  },
  {
    what: 'throws at once',
    prepare: () =>
      vi.stubGlobal('caches', {
        open: () => {
          throw new Error('not here')
        },
      }),
    reason: 'not here',
  },
  {
    what: 'is full and damaged',
    prepare: () => {
      const full = (): Promise<never> => Promise.reject(new DOMException('no space', 'QuotaExceededError'))
      vi.stubGlobal('caches', { open: () => Promise.resolve({ match: full, put: full, delete: full }) })
    },
    reason: 'no space',
  },
])('where Cache Storage $what', ({ prepare, reason }) => {
  it('reads nothing', async () => {
    prepare()
    expect(await browserModelStorage().read(URL)).toBeNull()
  })

  it('tells why it does not store', async () => {
    prepare()
    expect(await browserModelStorage().write(URL, BYTES, 'application/json')).toBe(reason)
  })

  it('removes without complaint', async () => {
    prepare()
    await expect(browserModelStorage().remove(URL)).resolves.toBeUndefined()
  })
})
