import { afterEach, describe, expect, it, vi } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import { startGpuReader } from './gpuReader.ts'

vi.mock('onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url', () => ({ default: '/glue.mjs' }))
vi.mock('onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url', () => ({ default: '/runtime.wasm' }))

const INPUT = { files: [], weights: 'onnx/model.onnx', window: { pieces: 256, overlap: 64 }, outputs: LABELS }

describe('a start on WebGPU', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('asks for no device where WebAssembly cannot be suspended', async () => {
    const requestAdapter = vi.fn(() => Promise.resolve(null))
    vi.stubGlobal('navigator', { gpu: { requestAdapter } })
    vi.stubGlobal('WebAssembly', {})
    await expect(startGpuReader(INPUT)).rejects.toMatchObject({ code: 'gpu-missing' })
    expect(requestAdapter).not.toHaveBeenCalled()
  })

  it.each([
    { what: 'no WebGPU', navigator: {} },
    { what: 'no adapter', navigator: { gpu: { requestAdapter: () => Promise.resolve(null) } } },
  ])('says that the card is missing where there is $what', async ({ navigator }) => {
    vi.stubGlobal('navigator', navigator)
    vi.stubGlobal('WebAssembly', { Suspending: true })
    await expect(startGpuReader(INPUT)).rejects.toMatchObject({ code: 'gpu-missing' })
  })
})
