import { describe, expect, it } from 'vitest'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { sha256 } from '../../lib/sha256.ts'
import { parseManifest } from './manifest.ts'

const WEIGHTS = { path: 'onnx/model.onnx', bytes: 3, sha256: 'ab' }
const FOR_GPU = { path: 'onnx/gpu.onnx', bytes: 4, sha256: 'cd' }
const LABELS = ['negative', 'neutral', 'positive']
const GOOD = { name: 'small', backends: { wasm: WEIGHTS.path }, files: [WEIGHTS], labels: LABELS }

describe('parseManifest', () => {
  it('reads name, weights and files', () => {
    expect(parseManifest(GOOD)).toEqual({
      name: 'small',
      wasmWeights: WEIGHTS.path,
      webgpuWeights: null,
      labels: LABELS,
      files: [WEIGHTS],
    })
  })

  it('reads the weights for WebGPU where there are some', () => {
    const backends = { wasm: WEIGHTS.path, webgpu: FOR_GPU.path }
    expect(parseManifest({ ...GOOD, backends, files: [WEIGHTS, FOR_GPU] })).toMatchObject({
      webgpuWeights: FOR_GPU.path,
    })
  })

  it('reads the names that a model has for its own labels', () => {
    const labels = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars']
    expect(parseManifest({ ...GOOD, labels }).labels).toEqual(labels)
  })

  it.each([
    { what: 'a list', json: [], says: 'manifest must be an object' },
    { what: 'a text', json: '<!doctype html>', says: 'manifest must be an object' },
    { what: 'no name', json: { ...GOOD, name: undefined }, says: 'manifest.name' },
    { what: 'no backends', json: { ...GOOD, backends: undefined }, says: 'manifest.backends' },
    { what: 'no wasm backend', json: { ...GOOD, backends: { webgpu: 'x' } }, says: 'manifest.backends.wasm' },
    { what: 'no files', json: { ...GOOD, files: undefined }, says: 'manifest.files' },
    { what: 'files without the weights', json: { ...GOOD, files: [] }, says: 'does not list the weights' },
    {
      what: 'files without the weights for WebGPU',
      json: { ...GOOD, backends: { wasm: WEIGHTS.path, webgpu: FOR_GPU.path } },
      says: FOR_GPU.path,
    },
    { what: 'no labels', json: { ...GOOD, labels: undefined }, says: 'manifest.labels' },
    { what: 'a single label', json: { ...GOOD, labels: ['positive'] }, says: 'at least two outputs' },
    { what: 'a label without a name', json: { ...GOOD, labels: ['good', 2] }, says: 'manifest label' },
    { what: 'a file without path', json: { ...GOOD, files: [{ ...WEIGHTS, path: 1 }] }, says: 'file.path' },
    {
      what: 'a file without size',
      json: { ...GOOD, files: [{ ...WEIGHTS, bytes: '3' }] },
      says: 'file.bytes',
    },
    {
      what: 'a file without hash',
      json: { ...GOOD, files: [{ ...WEIGHTS, sha256: null }] },
      says: 'file.sha256',
    },
  ])('refuses $what', ({ json, says }) => {
    expect(() => parseManifest(json)).toThrow(TypeError)
    expect(() => parseManifest(json)).toThrow(says)
  })
})

describe('the built-in model', () => {
  const manifest = parseManifest(builtInJson('manifest.json'))

  it.each(manifest.files)('ships $path as its manifest says', async ({ path, bytes, sha256: hash }) => {
    const file = builtInFile(path)
    expect(file.length).toBe(bytes)
    expect(await sha256(file)).toBe(hash)
  })
})
