import type * as Transformers from '@huggingface/transformers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { LABELS, type Label } from '../../domain/labels.ts'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { mixedTexts } from '../../testing/mixedTexts.ts'
import { browserTransformers, packageUrl } from '../../testing/realSession.ts'
import { parseCalibration } from '../package/calibrationFile.ts'
import { parseGolden } from '../package/goldenSet.ts'
import { agrees, prove } from '../proof/agreement.ts'
import { parseManifest } from '../package/manifest.ts'
import type { LoadInput } from '../protocol.ts'
import { readOneByOne } from './readOneByOne.ts'
import type { Session } from './session.ts'
import { startRuntime, startSession } from './wasmSession.ts'

vi.mock('onnxruntime-web/ort-wasm-simd-threaded.mjs?url', async () => ({
  default: (await import('../../testing/realSession.ts')).packageUrl(
    'onnxruntime-web/dist/ort-wasm-simd-threaded.mjs',
  ),
}))
vi.mock('onnxruntime-web/ort-wasm-simd-threaded.wasm?url', async () => ({
  default: (await import('../../testing/realSession.ts')).packageUrl(
    'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  ),
}))

const MANIFEST = parseManifest(builtInJson('manifest.json'))
const CALIBRATION = parseCalibration(builtInJson('calibration.json'), 0)
const GOLDEN = parseGolden(builtInJson('golden.json'), MANIFEST.wasmWeights)
const ALIVE = new AbortController().signal

/** Starting compiles the runtime and reads 11 MB of weights. */
const PATIENCE_MS = 60_000

const TOKENIZER = ['tokenizer.json', 'tokenizer_config.json']

function input(paths: readonly string[], outputs: readonly Label[] = LABELS): LoadInput {
  return {
    files: paths.map((path) => ({ path, bytes: builtInFile(path) })),
    weights: MANIFEST.wasmWeights,
    window: CALIBRATION.window,
    outputs,
  }
}

describe('the built-in model on WebAssembly', { timeout: PATIENCE_MS }, () => {
  let session: Session

  beforeAll(async () => {
    // As the worker does: the runtime first, while the files are on their way.
    await startRuntime()
    session = await startSession(input([...TOKENIZER, MANIFEST.wasmWeights]))
  }, PATIENCE_MS)

  it('reproduces its references', async () => {
    const texts = GOLDEN.texts.map(({ text }) => text)
    const answers = await readOneByOne(session, input([])).read(texts, ALIVE)
    expect(prove(answers, GOLDEN.texts, GOLDEN.tolerance, CALIBRATION)).toSatisfy(agrees)
  })

  it('reads a long text whole', async () => {
    const text = 'The update broke the timer and support never answered. '.repeat(60)
    const [answer] = await readOneByOne(session, input([])).read([text], ALIVE)
    expect(answer!.pieces.length).toBeGreaterThan(2)
    expect(new Set(answer!.pieces)).toEqual(new Set([CALIBRATION.window.pieces - 2]))
  })

  it('leaves the special pieces out of a text’s', () => {
    expect(session.specialPieces).toBe(2)
    expect(session.tokenize('')).toEqual([])
    expect(session.tokenize('good')).toHaveLength(1)
  })

  it('answers an empty text with three numbers', async () => {
    const [logits] = await session.run([[]])
    expect(Array.from(logits!).every(Number.isFinite)).toBe(true)
    expect(logits).toHaveLength(3)
  })

  it('is split into pieces and read as by transformers.js', async () => {
    const { AutoModelForSequenceClassification, AutoTokenizer, env, Tensor } =
      (await browserTransformers()) as typeof Transformers
    env.allowLocalModels = false
    env.useBrowserCache = false
    env.useWasmCache = false
    env.backends.onnx.wasm!.wasmPaths = {
      mjs: packageUrl('onnxruntime-web/dist/ort-wasm-simd-threaded.mjs'),
      wasm: packageUrl('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'),
    }
    env.backends.onnx.wasm!.numThreads = 1
    env.remotePathTemplate = '{model}/'
    env.fetch = (url) =>
      Promise.resolve(new Response(builtInFile(new URL(String(url)).pathname.slice('/model/'.length))))
    const tokenizer = await AutoTokenizer.from_pretrained('model')
    const model = await AutoModelForSequenceClassification.from_pretrained('model', {
      device: 'wasm',
      dtype: 'q8',
    })

    for (const [index, text] of mixedTexts(200).entries()) {
      const ids = tokenizer.encode(text)
      expect(session.tokenize(text)).toEqual(ids.slice(1, -1))
      if (index % 4 > 0 || ids.length > CALIBRATION.window.pieces) continue
      const dims = [1, ids.length]
      const { logits } = (await model({
        input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), dims),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), dims),
      })) as { logits: Transformers.Tensor }
      expect(await session.run([ids.slice(1, -1)])).toEqual([logits.data])
    }
  })
})

describe('a start', { timeout: PATIENCE_MS }, () => {
  it.each([
    { what: 'the weights', paths: TOKENIZER, code: 'model-missing' },
    {
      what: 'the tokenizer',
      paths: ['tokenizer_config.json', MANIFEST.wasmWeights],
      code: 'model-unsupported',
    },
  ])('fails for want of $what and asks no host for it', async ({ paths, code }) => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    await expect(startSession(input(paths))).rejects.toMatchObject({ code })
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })

  it('fails with weights that are no model', async () => {
    const { files, ...rest } = input(TOKENIZER)
    const weights = { path: rest.weights, bytes: new TextEncoder().encode('not weights') }
    const start = startSession({ ...rest, files: [...files, weights] })
    await expect(start).rejects.toMatchObject({ code: 'model-unsupported' })
  })

  it('fails with other outputs than the model has', async () => {
    const five: Label[] = ['negative', 'negative', 'neutral', 'positive', 'positive']
    const start = startSession(input([...TOKENIZER, MANIFEST.wasmWeights], five))
    await expect(start).rejects.toMatchObject({ code: 'model-unsupported' })
  })
})
