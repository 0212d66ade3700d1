import { asRecord, asString } from '../../lib/json.ts'

/** A model in the browser's storage, or another folder with something stored. */
export interface StoredModel {
  /** Absolute URL with a slash at the end. */
  folder: string
  name: string
  bytes: number
  /** When its largest file was stored; null where it was stored without a date. */
  storedAt: Date | null
}

/** Everything that this page keeps in the browser. */
export interface Stored {
  /** The largest first. */
  models: StoredModel[]
  /** Choices and measurements; null when there are none. */
  settings: { bytes: number } | null
}

export interface StoredModels {
  /** What there is now. A store that the browser does not open is an empty one. */
  list(): Promise<Stored>
  removeModel(folder: string): Promise<void>
  removeSettings: () => void
}

/** As much of the browser's storage as is used; `settings` is called each time, since reading it may throw. */
export interface BrowserStorage {
  openModels: () => Promise<Cache>
  settings: () => Storage
  /** A page that is listed elsewhere, and no setting. */
  notSettings?: string
}

/** Pages of `lib/notebook.ts` begin so. */
const OWN_SETTINGS = 'undertone.'

export function createStoredModels({ openModels, settings, notSettings }: BrowserStorage): StoredModels {
  async function entries(): Promise<Entry[]> {
    try {
      const cache = await openModels()
      return await Promise.all(
        (await cache.keys()).map(async ({ url }) => readEntry(url, await cache.match(url))),
      )
    } catch {
      return []
    }
  }

  function ownKeys(): string[] {
    try {
      return Object.keys(settings()).filter((key) => key.startsWith(OWN_SETTINGS) && key !== notSettings)
    } catch {
      return []
    }
  }

  return {
    async list() {
      const keys = ownKeys()
      const bytes = keys.reduce((sum, key) => sum + key.length + (settings().getItem(key) ?? '').length, 0)
      return { models: groupByFolder(await entries()), settings: keys.length === 0 ? null : { bytes } }
    },
    async removeModel(folder) {
      const all = await entries()
      const folders = foldersOf(all)
      const cache = await openModels()
      const own = all.filter(({ url }) => folderOf(url, folders) === folder)
      await Promise.all(own.map(({ url }) => cache.delete(url)))
    },
    removeSettings() {
      for (const key of ownKeys()) settings().removeItem(key)
    },
  }
}

interface Entry {
  url: string
  bytes: number
  storedAt: Date | null
  /** Of a manifest that can be read. */
  name: string | null
}

const MANIFEST = 'manifest.json'

async function readEntry(url: string, response: Response | undefined): Promise<Entry> {
  const date = response?.headers.get('date') ?? null
  const blob = await response?.blob()
  return {
    url,
    bytes: blob?.size ?? 0,
    storedAt: date === null ? null : new Date(date),
    name: blob !== undefined && url.endsWith(`/${MANIFEST}`) ? nameIn(await blob.text()) : null,
  }
}

function nameIn(manifest: string): string | null {
  try {
    return asString(asRecord(JSON.parse(manifest), 'manifest')['name'], 'name')
  } catch {
    return null
  }
}

function foldersOf(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ url }) => (url.endsWith(`/${MANIFEST}`) ? url.slice(0, -MANIFEST.length) : []))
}

/** The innermost folder with a manifest; without one, the folder that the file lies in. */
function folderOf(url: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => url.startsWith(folder))
  const longest = around.sort((a, b) => b.length - a.length)[0]
  return longest ?? url.slice(0, url.lastIndexOf('/') + 1)
}

function groupByFolder(entries: readonly Entry[]): StoredModel[] {
  const folders = foldersOf(entries)
  const groups = new Set(entries.map(({ url }) => folderOf(url, folders)))
  const models = [...groups].map((folder): StoredModel => {
    const files = entries.filter(({ url }) => folderOf(url, folders) === folder)
    const largest = files.reduce((most, file) => (file.bytes > most.bytes ? file : most))
    return {
      folder,
      name: files.find(({ name }) => name !== null)?.name ?? namelessName(folder, files),
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      storedAt: largest.storedAt,
    }
  })
  return models.sort((a, b) => b.bytes - a.bytes)
}

/** Without a manifest it is what `deployment.ts` keeps, or what is left of a model. */
function namelessName(folder: string, files: readonly Entry[]): string {
  const list = files.length === 1 && files[0]?.url.endsWith('/config.json') === true
  return list ? 'List of this site’s models' : new URL(folder).pathname
}
