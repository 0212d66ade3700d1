import { UndertoneError } from '../domain/errors.ts'
import { sha256 } from '../lib/sha256.ts'
import { parseManifest, type Manifest, type ManifestFile } from './manifest.ts'
import type { ModelStorage } from './modelStorage.ts'
import type { ModelFile } from './protocol.ts'

export interface FetchOptions {
  /** Absolute URL of the model's folder, with a slash at the end. */
  folder: string
  storage: ModelStorage
  /** Bytes so far of `total`; never falls, ends at `total`. */
  onProgress(loaded: number, total: number): void
}

export interface ModelFiles {
  manifest: Manifest
  files: ModelFile[]
  bytes: number
  source: 'network' | 'browser storage'
  /** Null when all files are stored for the next visit, otherwise the browser's reason. */
  notStored: string | null
}

/**
 * The one owner of model files: fetches what the WebAssembly backend needs, each file once, checks every file against
 * the manifest's SHA-256, and keeps it in the browser's storage. A stored file that no longer matches is fetched again.
 * Fails with `model-missing` (no answer, an error status, or a host's page instead of a file) and `model-corrupt`.
 */
export async function fetchModelFiles(options: FetchOptions): Promise<ModelFiles> {
  const { manifest, files: wanted } = await fetchManifest(options)
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0)
  const loaded = new Map<string, number>()
  let reported = 0
  const failure = new AbortController()
  const onBytes = (path: string, bytes: number): void => {
    // One file failed and so did the whole: the rest must not go on counting.
    if (failure.signal.aborted) return
    loaded.set(path, bytes)
    reported = Math.max(
      reported,
      Math.min(
        total,
        [...loaded.values()].reduce((sum, value) => sum + value, 0),
      ),
    )
    options.onProgress(reported, total)
  }
  const fetched = await Promise.all(
    wanted.map((file) => fetchChecked(file, options, onBytes, failure.signal)),
  ).catch((error: unknown) => {
    failure.abort()
    throw error
  })
  return {
    manifest,
    files: fetched.map(({ file }) => file),
    bytes: total,
    source: fetched.some(({ stored }) => !stored) ? 'network' : 'browser storage',
    notStored: fetched.map(({ refused }) => refused).find((refused) => refused !== null) ?? null,
  }
}

/** From the network when it answers, so that a new deployment is seen; the stored one serves offline. */
async function fetchManifest({
  folder,
  storage,
}: FetchOptions): Promise<{ manifest: Manifest; files: ManifestFile[] }> {
  const url = `${folder}manifest.json`
  const bytes = await fetchBytes(url, () => undefined).catch(async (offline: unknown) => {
    const stored = await storage.read(url)
    if (stored === null) throw offline
    return stored
  })
  const manifest = readManifest(bytes)
  await storage.write(url, bytes, 'application/json')
  const others = (path: string): boolean => path.endsWith('.onnx') && path !== manifest.wasmWeights
  return { manifest, files: manifest.files.filter(({ path }) => !others(path)) }
}

function readManifest(bytes: Uint8Array): Manifest {
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new UndertoneError('model-corrupt', 'manifest.json cannot be read', { cause })
  }
}

interface Fetched {
  file: ModelFile
  stored: boolean
  refused: string | null
}

async function fetchChecked(
  { path, bytes: size, sha256: expected }: ManifestFile,
  { folder, storage }: FetchOptions,
  onBytes: (path: string, bytes: number) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const url = folder + path
  const stored = await storage.read(url)
  if (stored !== null) {
    if ((await sha256(stored)) === expected) {
      onBytes(path, size)
      return { file: { path, bytes: stored }, stored: true, refused: null }
    }
    await storage.remove(url)
  }
  const bytes = await fetchBytes(url, (loaded) => onBytes(path, loaded), signal)
  if ((await sha256(bytes)) !== expected) {
    throw new UndertoneError(
      'model-corrupt',
      `${path}: its SHA-256 is not the manifest's (${bytes.length} bytes)`,
    )
  }
  onBytes(path, size)
  return {
    file: { path, bytes },
    stored: false,
    refused: await storage.write(url, bytes, 'application/octet-stream'),
  }
}

async function fetchBytes(
  url: string,
  onBytes: (loaded: number) => void,
  signal: AbortSignal | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    throw new UndertoneError('model-missing', `${url}: no answer`, { cause })
  })
  if (!response.ok) throw new UndertoneError('model-missing', `${url}: status ${response.status}`)
  // Hosts of single-page apps answer a missing file with their start page and status 200.
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    throw new UndertoneError('model-missing', `${url}: a web page instead of a file`)
  }
  try {
    return await readBody(response, onBytes)
  } catch (cause) {
    throw new UndertoneError('model-missing', `${url}: the connection broke off`, { cause })
  }
}

/** Counts decoded bytes, since a host may compress and then `content-length` is another number. */
async function readBody(
  response: Response,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer())
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value)
    length += next.value.length
    onBytes(length)
  }
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
