import { describe, expect, it } from 'vitest'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { asBytes } from '../../testing/fakeModelHost.ts'
import { isDynamicInt8 } from './int8Weights.ts'
import { parseManifest } from './manifest.ts'

describe('isDynamicInt8', () => {
  const { wasmWeights, webgpuWeights } = parseManifest(builtInJson('manifest.json'))

  it('knows the built-in weights for WebAssembly', () => {
    expect(isDynamicInt8(builtInFile(wasmWeights))).toBe(true)
  })

  it('knows that those for WebGPU are others', () => {
    expect(isDynamicInt8(builtInFile(webgpuWeights ?? ''))).toBe(false)
  })

  it.each([
    { text: 'xxMatMulIntegerxx', expected: true },
    { text: 'ConvInteger', expected: true },
    { text: 'MatMulIntege', expected: false },
    { text: 'DDynamicQuantizeLinea', expected: false },
    { text: '', expected: false },
  ])('"$text": $expected', ({ text, expected }) => {
    expect(isDynamicInt8(asBytes(text))).toBe(expected)
  })
})
