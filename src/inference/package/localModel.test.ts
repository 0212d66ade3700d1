import { describe, expect, it } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import type { Label } from '../../domain/labels.ts'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { parseCalibration } from './calibrationFile.ts'
import { inspectLocalModel, openLocalModel } from './localModel.ts'

const WEIGHTS = 'onnx/model_quantized.onnx'
const FLOAT = 'onnx/model.onnx'
const CONFIG = '{"id2label":{"0":"NEG","1":"POS"},"max_position_embeddings":128}'
const FILES: Record<string, BlobPart> = {
  'config.json': CONFIG,
  'tokenizer.json': '{}',
  [WEIGHTS]: Uint8Array.of(1, 2, 3),
  [FLOAT]: Uint8Array.of(4, 5, 6, 7),
  'README.md': 'not read',
}
const never = new AbortController().signal

function filesOf(files: Record<string, BlobPart>): Map<string, File> {
  const entries = Object.entries(files)
  return new Map(entries.map(([path, part]) => [path, new File([part], path, { lastModified: 7 })]))
}

function opened(files = FILES, outputs: readonly Label[] = ['negative', 'positive']) {
  const steps: [number, number][] = []
  const source = { kind: 'local', name: 'mine', files: filesOf(files), outputs } as const
  return { steps, model: openLocalModel(source, (...step) => steps.push(step)) }
}

describe('a model from this device', () => {
  it('has the configuration, tokenizer and weights that a worker needs, and no more', async () => {
    const { files, weights, name, outputs } = await opened().model
    expect(files.map(({ path }) => path)).toEqual(['config.json', 'tokenizer.json', WEIGHTS])
    expect(files.at(-1)?.bytes).toEqual(Uint8Array.of(1, 2, 3))
    expect(weights).toEqual({ wasm: WEIGHTS, webgpu: FLOAT })
    expect(name).toBe('mine')
    expect(outputs).toEqual(['negative', 'positive'])
  })

  it('has no references and the calibration of a model that brings none', async () => {
    const { golden, calibration, calibrated } = await opened().model
    expect(golden).toBeNull()
    expect(calibrated).toBe(false)
    expect(calibration).toMatchObject({ temperature: 1, tolerance: 0, window: { pieces: 128, overlap: 32 } })
  })

  it('has those that its folder brings', async () => {
    const logits = { [WEIGHTS]: [0, 1, 2], [FLOAT]: [0, 1, 3] }
    const golden = JSON.stringify({ tolerance: { probability: 0.002 }, texts: [{ text: 'fine', logits }] })
    const files = { ...FILES, 'golden.json': golden, 'calibration.json': builtInFile('calibration.json') }
    const model = await opened(files).model
    expect(model.golden?.wasm.texts[0]?.logits).toEqual(Float32Array.of(0, 1, 2))
    expect(model.golden?.webgpu?.texts[0]?.logits).toEqual(Float32Array.of(0, 1, 3))
    expect(model.calibrated).toBe(true)
    expect(model.calibration).toEqual(parseCalibration(builtInJson('calibration.json'), 0.002))
    expect(model.files.map(({ path }) => path)).not.toContain('golden.json')
  })

  it('counts the bytes that it reads and says that none are stored', async () => {
    const { steps, model } = opened()
    const { bytes, source, notStored } = await model
    expect(bytes).toBe(CONFIG.length + 2 + 3)
    expect(steps).toEqual([
      [0, bytes],
      [CONFIG.length, bytes],
      [CONFIG.length + 2, bytes],
      [bytes, bytes],
    ])
    expect(source).toBe('this device')
    expect(notStored).not.toBeNull()
  })

  it.each([
    { what: 'other weights', files: { ...FILES, [WEIGHTS]: Uint8Array.of(1, 2, 4) } },
    { what: 'another tokenizer', files: { ...FILES, 'tokenizer.json': '[]' } },
    { what: 'other weights for WebGPU', files: { ...FILES, [FLOAT]: Uint8Array.of(4) } },
  ])('has another fingerprint with $what', async ({ files }) => {
    const { fingerprint } = await opened().model
    expect((await opened().model).fingerprint).toBe(fingerprint)
    expect((await opened(files).model).fingerprint).not.toBe(fingerprint)
  })

  it('reads the weights for WebGPU when they are asked for', async () => {
    const model = await opened().model
    const steps: [number, number][] = []
    expect(model.sizeOf(FLOAT)).toBe(4)
    expect(await model.isStored(FLOAT)).toBe(true)
    const file = await model.fetchFile(FLOAT, (...step) => steps.push(step), never)
    expect(file).toEqual({ path: FLOAT, bytes: Uint8Array.of(4, 5, 6, 7) })
    expect(steps).toEqual([[4, 4]])
  })

  it('can give that up, and has no file that its folder has not', async () => {
    const model = await opened().model
    const given = model.fetchFile(FLOAT, () => undefined, AbortSignal.abort())
    expect(await given.catch(toProblem)).toMatchObject({ code: 'aborted' })
    const missing = model.fetchFile('onnx/none.onnx', () => undefined, never)
    expect(await missing.catch(toProblem)).toMatchObject({ code: 'model-missing' })
  })

  it.each([
    {
      what: 'fewer meanings than labels',
      files: FILES,
      outputs: ['negative'] as const,
      says: '2 labels, and 1',
    },
    { what: 'no config.json', files: { [FLOAT]: '' }, outputs: [], says: 'no config.json' },
    {
      what: 'a config.json of another kind',
      files: { ...FILES, 'config.json': '{' },
      outputs: [],
      says: 'not JSON',
    },
  ])('is refused with $what', async ({ files, outputs, says }) => {
    const problem = await opened(files, outputs).model.catch(toProblem)
    expect(problem).toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining(says) as string,
    })
  })

  it('fails as the browser does when its files went away', async () => {
    const gone = new File(['{}'], 'config.json')
    gone.text = () => Promise.reject(new DOMException('moved', 'NotFoundError'))
    const problem = await inspectLocalModel(new Map([['config.json', gone]])).catch(toProblem)
    expect(problem).toMatchObject({ code: 'file-unreadable' })
  })
})
