import { describe, expect, it } from 'vitest'
import { gpuAppetite, wasmAppetite } from './appetite.ts'

describe('appetite', () => {
  it.each([
    { workers: 0, calls: 2 },
    { workers: 1, calls: 2 },
    { workers: 4, calls: 8 },
  ])('of $workers workers: $calls calls of 32', ({ workers, calls }) => {
    expect(wasmAppetite(workers)).toEqual({ texts: 32, calls })
  })

  it.each([
    { batchTokens: 128, texts: 32 },
    { batchTokens: 2048, texts: 293 },
    { batchTokens: 1_000_000, texts: 1024 },
  ])('of a graphics card with $batchTokens tokens at a time: 3 calls of $texts', ({ batchTokens, texts }) => {
    expect(gpuAppetite(batchTokens)).toEqual({ texts, calls: 3 })
  })
})
