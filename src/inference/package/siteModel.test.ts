import { afterEach, describe, expect, it, vi } from 'vitest'
import { toProblem } from '../../domain/errors.ts'
import { builtInFile } from '../../testing/builtInModel.ts'
import { asBytes, fakeModelHost, FOLDER, memoryStorage } from '../../testing/fakeModelHost.ts'
import { sha256 } from '../../lib/sha256.ts'
import type { ModelPackage } from './modelPackage.ts'
import { openSiteModel } from './siteModel.ts'

const WASM = 'onnx/model.onnx'
const GPU = 'onnx/gpu.onnx'
const golden = (...weights: string[]): Uint8Array<ArrayBuffer> => {
  const logits = Object.fromEntries(weights.map((path, index) => [path, [0, index, 2]]))
  return asBytes(JSON.stringify({ tolerance: { probability: 0.002 }, texts: [{ text: 'fine', logits }] }))
}
const FILES = {
  'calibration.json': builtInFile('calibration.json'),
  'golden.json': golden(WASM, GPU),
  'config.json': asBytes('{}'),
  [WASM]: Uint8Array.of(1, 2, 3),
  [GPU]: Uint8Array.of(4, 5, 6, 7),
}

async function manifest(files: Record<string, Uint8Array<ArrayBuffer>>, webgpu: string | null = GPU) {
  const listed = await Promise.all(
    Object.entries(files).map(async ([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    })),
  )
  const labels = ['negative', 'neutral', 'positive']
  return asBytes(JSON.stringify({ name: 'small', labels, backends: { wasm: WASM, webgpu }, files: listed }))
}

async function opened(files: Record<string, Uint8Array<ArrayBuffer>> = FILES, webgpu: string | null = GPU) {
  const host = await fakeModelHost(files)
  const bytes = await manifest(files, webgpu)
  host.answer('manifest.json', () => new Response(bytes))
  const storage = memoryStorage()
  const model: Promise<ModelPackage> = openSiteModel({
    folder: FOLDER,
    storage,
    meanings: {},
    onProgress: () => undefined,
  })
  return { host, storage, model }
}

afterEach(() => vi.unstubAllGlobals())

const never = new AbortController().signal

describe('a model of this site', () => {
  it('has references per weight file', async () => {
    const { golden: sets } = await (await opened()).model
    expect(sets?.wasm.texts[0]?.logits).toEqual(Float32Array.of(0, 0, 2))
    expect(sets?.webgpu?.texts[0]?.logits).toEqual(Float32Array.of(0, 1, 2))
  })

  it('has none for WebGPU where golden.json holds none', async () => {
    const { model } = await opened({ ...FILES, 'golden.json': golden(WASM) })
    expect((await model).golden).toMatchObject({ webgpu: null })
  })

  it('has none at all without golden.json', async () => {
    const files = Object.entries(FILES).filter(([path]) => path !== 'golden.json')
    expect((await (await opened(Object.fromEntries(files))).model).golden).toBeNull()
  })

  it('reads probabilities as they are without calibration.json, in windows as long as config.json allows', async () => {
    const files = Object.entries(FILES).filter(([path]) => path !== 'calibration.json')
    const config = asBytes('{"max_position_embeddings":128}')
    const { model } = await opened({ ...Object.fromEntries(files), 'config.json': config })
    expect((await model).calibrated).toBe(false)
    expect((await model).calibration).toEqual({
      temperature: 1,
      bias: [0, 0, 0],
      notSureBelow: 0.5,
      tolerance: 0.002,
      english: false,
      window: { pieces: 128, overlap: 32 },
    })
  })

  it('leaves out what only the page reads', async () => {
    const { files } = await (await opened()).model
    expect(files.map(({ path }) => path)).toEqual(['config.json', WASM])
  })

  it('is named by its manifest: another file, another fingerprint', async () => {
    const one = await (await opened()).model
    const same = await (await opened()).model
    const other = await (await opened({ ...FILES, [GPU]: Uint8Array.of(9) })).model
    expect(same.fingerprint).toBe(one.fingerprint)
    expect(other.fingerprint).not.toBe(one.fingerprint)
  })

  it.each([
    { what: 'golden.json that is cut', path: 'golden.json', bytes: asBytes('{"texts":[') },
    { what: 'references that are none', path: 'golden.json', bytes: asBytes('{"texts":[]}') },
    { what: 'a calibration of another kind', path: 'calibration.json', bytes: asBytes('[]') },
  ])('with $what is model-corrupt', async ({ path, bytes }) => {
    const { model } = await opened({ ...FILES, [path]: bytes })
    expect(await model.catch(toProblem)).toMatchObject({
      code: 'model-corrupt',
      message: expect.stringContaining(path) as string,
    })
  })
})

describe('a file that is fetched later', () => {
  it('has a size before it is asked for', async () => {
    const { model, host } = await opened()
    expect((await model).sizeOf(GPU)).toBe(4)
    expect(host.asked).not.toContain(GPU)
  })

  it('is checked, counted and kept', async () => {
    const { model, storage } = await opened()
    const steps: [number, number][] = []
    const file = await (await model).fetchFile(GPU, (...step) => steps.push(step), never)
    expect(file).toEqual({ path: GPU, bytes: FILES[GPU] })
    expect(steps.at(-1)).toEqual([4, 4])
    expect(storage.stored).toHaveProperty([FOLDER + GPU])
  })

  it('comes from the browser’s storage the next time', async () => {
    const { model, host } = await opened()
    await (await model).fetchFile(GPU, () => undefined, never)
    await (await model).fetchFile(GPU, () => undefined, never)
    expect(host.asked.filter((path) => path === GPU)).toHaveLength(1)
  })

  it('that arrives damaged is model-corrupt and not kept', async () => {
    const { model, host, storage } = await opened()
    host.answer(GPU, () => new Response(Uint8Array.of(4, 5, 6, 0)))
    const problem = await (await model).fetchFile(GPU, () => undefined, never).catch(toProblem)
    expect(problem).toMatchObject({ code: 'model-corrupt' })
    expect(storage.stored).not.toHaveProperty([FOLDER + GPU])
  })

  it('that the manifest does not list is model-missing', async () => {
    const model = await (await opened()).model
    expect(await model.fetchFile('onnx/none.onnx', () => undefined, never).catch(toProblem)).toMatchObject({
      code: 'model-missing',
    })
  })

  it('can be given up', async () => {
    const { model, host } = await opened()
    host.answer(GPU, () => new Response(new ReadableStream({ start: () => undefined })))
    const controller = new AbortController()
    const file = (await model).fetchFile(GPU, () => undefined, controller.signal)
    controller.abort()
    expect(await file.catch(toProblem)).toMatchObject({ code: 'aborted' })
  })
})
