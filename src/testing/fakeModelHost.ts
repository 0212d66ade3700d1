import { vi } from 'vitest'
import { sha256 } from '../lib/sha256.ts'
import type { ModelStorage } from '../inference/package/modelStorage.ts'

export const FOLDER = 'https://undertone.example/models/small/'

export type Files = Record<string, Uint8Array<ArrayBuffer>>

export const WASM_WEIGHTS = 'onnx/model.onnx'
export const GPU_WEIGHTS = 'onnx/gpu.onnx'

/** `manifest.json` for files whose weights are `WASM_WEIGHTS` and, where they are among them, `GPU_WEIGHTS`. */
export async function manifestOf(files: Files): Promise<Uint8Array<ArrayBuffer>> {
  const listed = await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    })),
  )
  const backends = { wasm: WASM_WEIGHTS, webgpu: GPU_WEIGHTS in files ? GPU_WEIGHTS : null }
  return asBytes(
    JSON.stringify({ name: 'small', labels: ['negative', 'neutral', 'positive'], backends, files: listed }),
  )
}

export function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

export interface FakeHost {
  /** Paths asked for, in order. */
  asked: string[]
  /** Paths whose download was aborted. */
  aborted: string[]
  /** From now on `path` is answered so; `null` as if offline. */
  answer: (path: string, make: (() => Response) | null) => void
  /** From now on nothing is answered. */
  goOffline: () => void
}

/** A static host of a model's folder behind `fetch`; ends with `vi.unstubAllGlobals()`. */
export async function fakeModelHost(files: Files): Promise<FakeHost> {
  const manifest = await manifestOf(files)
  const answers = new Map<string, (() => Response) | null>()
  let offline = false
  const asked: string[] = []
  const aborted: string[] = []
  const response = (path: string): Response => {
    const changed = answers.get(path)
    if (offline || changed === null) throw new TypeError('Failed to fetch')
    if (changed !== undefined) return changed()
    const bytes = path === 'manifest.json' ? manifest : files[path]
    return bytes === undefined ? new Response('', { status: 404 }) : new Response(bytes)
  }
  vi.stubGlobal('fetch', async (url: string, { signal }: RequestInit) => {
    const path = url.replace(FOLDER, '')
    asked.push(path)
    signal?.addEventListener('abort', () => aborted.push(path))
    // A host never answers within the same turn.
    await Promise.resolve()
    return abortable(response(path), signal ?? null)
  })
  return {
    asked,
    aborted,
    answer: (path, make) => answers.set(path, make),
    goOffline: () => (offline = true),
  }
}

/** Its body breaks off when the request is given up, as a browser's does. */
function abortable(response: Response, signal: AbortSignal | null): Response {
  if (response.body === null || signal === null) return response
  const { status, headers } = response
  return new Response(response.body.pipeThrough(new TransformStream(), { signal }), { status, headers })
}

/** A browser's storage in memory; `refusal` is its reason for storing nothing. */
export function memoryStorage(refusal: string | null = null): ModelStorage & { stored: Files } {
  const stored: Files = {}
  return {
    stored,
    read: (url) => Promise.resolve(stored[url] ?? null),
    write: (url, bytes) => {
      if (refusal === null) stored[url] = bytes
      return Promise.resolve(refusal)
    },
    remove: (url) => {
      Reflect.deleteProperty(stored, url)
      return Promise.resolve()
    },
  }
}
