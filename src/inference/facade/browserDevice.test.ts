import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserDevice, GPU_RUNTIME_BYTES } from './browserDevice.ts'

const WORKERS = { automaticWorkers: () => 1, mostWorkers: 1, onWorkersChange: () => undefined }

afterEach(() => vi.unstubAllGlobals())

it('knows the size of the runtime for WebGPU', () => {
  const path = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.jspi.wasm'
  expect(GPU_RUNTIME_BYTES).toBe(statSync(join(import.meta.dirname, '../../..', path)).size)
})

describe('persist', () => {
  it.each([
    { what: 'keeps it', storage: { persist: () => Promise.resolve(true) }, answer: true },
    { what: 'does not', storage: { persist: () => Promise.resolve(false) }, answer: false },
    { what: 'fails', storage: { persist: () => Promise.reject(new Error('no')) }, answer: null },
    { what: 'cannot be asked', storage: {}, answer: null },
  ])('of a browser that $what: $answer', async ({ storage, answer }) => {
    vi.stubGlobal('navigator', { userAgent: 'test', storage })
    expect(await browserDevice(WORKERS).persist()).toBe(answer)
  })

  it('on a page without storage: null', async () => {
    vi.stubGlobal('navigator', { userAgent: 'test' })
    expect(await browserDevice(WORKERS).persist()).toBeNull()
  })
})
