import { UndertoneError } from '../../domain/errors.ts'
import { sha256 } from '../../lib/sha256.ts'
import { checkedFile, type ModelFolder } from './checkedFile.ts'
import { download } from './download.ts'
import { parseManifest, type Manifest } from './manifest.ts'
import type { ModelFile } from '../protocol.ts'

export interface FetchOptions extends ModelFolder {
  /** Bytes so far of `total`; never falls, ends at `total`. */
  onProgress(loaded: number, total: number): void
}

export interface ModelFiles {
  manifest: Manifest
  /** SHA-256 of the manifest, which holds the hashes of all files: names this very model. */
  fingerprint: string
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
  const { manifest, fingerprint } = await fetchManifest(options)
  const others = (path: string): boolean => path.endsWith('.onnx') && path !== manifest.wasmWeights
  const wanted = manifest.files.filter(({ path }) => !others(path))
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0)
  const loaded = new Map<string, number>()
  let reported = 0
  const failure = new AbortController()
  const onBytes = (path: string, bytes: number): void => {
    // One file failed and so did the whole: the rest must not go on counting.
    if (failure.signal.aborted) return
    loaded.set(path, bytes)
    const sum = [...loaded.values()].reduce((all, value) => all + value, 0)
    reported = Math.max(reported, Math.min(total, sum))
    options.onProgress(reported, total)
  }
  options.onProgress(0, total)
  const fetched = await Promise.all(
    wanted.map((file) => checkedFile(file, options, (bytes) => onBytes(file.path, bytes), failure.signal)),
  ).catch((error: unknown) => {
    failure.abort()
    throw error
  })
  return {
    manifest,
    fingerprint,
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
}: ModelFolder): Promise<{ manifest: Manifest; fingerprint: string }> {
  const url = `${folder}manifest.json`
  const bytes = await download(url, () => undefined).catch(async (offline: unknown) => {
    const stored = await storage.read(url)
    if (stored === null) throw offline
    return stored
  })
  const manifest = readManifest(bytes)
  await storage.write(url, bytes, 'application/json')
  return { manifest, fingerprint: await sha256(bytes) }
}

function readManifest(bytes: Uint8Array): Manifest {
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (cause) {
    throw new UndertoneError('model-corrupt', 'manifest.json cannot be read', { cause })
  }
}
