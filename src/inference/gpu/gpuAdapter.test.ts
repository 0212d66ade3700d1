import { afterEach, describe, expect, it, vi } from 'vitest'
import { askAdapter } from './gpuAdapter.ts'

const INFO = { vendor: 'acme', architecture: 'mk-2', device: '', description: '', isFallbackAdapter: false }

function browser(requestAdapter: () => Promise<unknown>, wasm: object = { Suspending: Object }): void {
  vi.stubGlobal('navigator', { gpu: { requestAdapter } })
  vi.stubGlobal('WebAssembly', wasm)
}

afterEach(() => vi.unstubAllGlobals())

describe('askAdapter', () => {
  it('names the adapter and what it can do', async () => {
    browser(() => Promise.resolve({ info: INFO, features: new Set(['shader-f16']) }))
    expect(await askAdapter()).toEqual({ usable: true, name: 'acme mk-2', software: false, f16: true })
  })

  it('knows a processor in disguise', async () => {
    const info = { ...INFO, vendor: '', architecture: '', isFallbackAdapter: true }
    browser(() => Promise.resolve({ info, features: new Set() }))
    expect(await askAdapter()).toEqual({ usable: true, name: 'unnamed', software: true, f16: false })
  })

  it.each([
    { what: 'no WebGPU', prepare: () => vi.stubGlobal('navigator', {}), why: 'no-webgpu' },
    { what: 'no JSPI', prepare: () => browser(() => Promise.resolve(null), {}), why: 'no-jspi' },
    { what: 'no adapter', prepare: () => browser(() => Promise.resolve(null)), why: 'no-adapter' },
    {
      what: 'an adapter that fails',
      prepare: () => browser(() => Promise.reject(new Error('gone'))),
      why: 'no-adapter',
    },
  ])('$what: $why', async ({ prepare, why }) => {
    prepare()
    expect(await askAdapter()).toEqual({ usable: false, why })
  })
})
