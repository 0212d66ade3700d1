/** Where verified model files are kept between visits. Keys are absolute URLs. */
export interface ModelStorage {
  /** The stored bytes, or null. Never throws: a store that cannot be read is an empty one. */
  read(url: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Null when stored, otherwise the browser's reason for refusing. */
  write(url: string, bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string | null>
  remove(url: string): Promise<void>
}

const CACHE = 'undertone-models'

/** The cache that they lie in. Rejects where the browser has none to give. */
export async function openModelCache(): Promise<Cache> {
  if (!('caches' in globalThis)) throw new Error('This page has no access to the browser’s storage.')
  return caches.open(CACHE)
}

/** The browser's Cache Storage, which private windows, full disks and plain-http pages may refuse. */
export function browserModelStorage(): ModelStorage {
  return {
    async read(url) {
      try {
        const response = await (await openModelCache()).match(url)
        return response ? new Uint8Array(await response.arrayBuffer()) : null
      } catch {
        return null
      }
    },
    async write(url, bytes, type) {
      try {
        const headers = { 'content-type': type, date: new Date().toUTCString() }
        await (await openModelCache()).put(url, new Response(bytes, { headers }))
        return null
      } catch (refused) {
        return refused instanceof Error ? refused.message : String(refused)
      }
    },
    async remove(url) {
      try {
        await (await openModelCache()).delete(url)
      } catch {
        // What cannot be opened holds nothing that could be served again.
      }
    },
  }
}
