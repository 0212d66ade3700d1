import { beforeAll, describe, expect, it, vi } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import type { LoadInput } from '../protocol.ts'
import { parseCalibration } from '../calibrationFile.ts'
import { agrees, parseGolden, prove } from '../golden.ts'
import { parseManifest } from '../manifest.ts'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { createEngine, type Engine } from './engine.ts'
import { startSession, type Session } from './session.ts'

vi.mock('@huggingface/transformers', async () =>
  (await import('../../testing/realSession.ts')).browserTransformers(),
)
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

function input(paths: readonly string[]): LoadInput {
  return {
    files: paths.map((path) => ({ path, bytes: builtInFile(path) })),
    weights: MANIFEST.wasmWeights,
    window: CALIBRATION.window,
    outputs: LABELS,
  }
}

const SMALL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json']

describe('the built-in model on WebAssembly', { timeout: PATIENCE_MS }, () => {
  let session: Session
  let engine: Engine

  beforeAll(async () => {
    session = await startSession(input([...SMALL_FILES, MANIFEST.wasmWeights]))
    engine = createEngine(() => Promise.resolve(session))
    await engine.load(input([]))
  }, PATIENCE_MS)

  it('reproduces its references', async () => {
    const texts = GOLDEN.texts.map(({ text }) => text)
    const proof = prove(await engine.classify(texts, ALIVE), GOLDEN.texts, GOLDEN.tolerance, CALIBRATION)
    expect(proof).toSatisfy(agrees)
  })

  it('gives a text the same logits alone and among others', async () => {
    const text = 'Not bad at all, actually quite good.'
    const [alone] = await engine.classify([text], ALIVE)
    const among = await engine.classify(['Terrible.', text, 'I love it, best purchase in years!'], ALIVE)
    expect(among[1]).toEqual(alone)
  })

  it('reads a long text whole', async () => {
    const text = 'The update broke the timer and support never answered. '.repeat(60)
    const [answer] = await engine.classify([text], ALIVE)
    expect(answer!.pieces.length).toBeGreaterThan(2)
    expect(new Set(answer!.pieces)).toEqual(new Set([CALIBRATION.window.pieces - 2]))
  })

  it('leaves the special pieces out of a text’s', () => {
    expect(session.tokenize('')).toEqual([])
    expect(session.tokenize('good')).toHaveLength(1)
  })

  it('answers an empty text with three numbers', async () => {
    const [answer] = await engine.classify([''], ALIVE)
    expect(Array.from(answer!.logits).every(Number.isFinite)).toBe(true)
    expect(answer!.logits).toHaveLength(3)
  })
})

describe('a start without all files', { timeout: PATIENCE_MS }, () => {
  it.each([
    { what: 'the weights', paths: SMALL_FILES },
    { what: 'the tokenizer', paths: ['config.json', 'tokenizer_config.json', MANIFEST.wasmWeights] },
  ])('fails for want of $what and asks no host for it', async ({ paths }) => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    await expect(startSession(input(paths))).rejects.toThrow()
    expect(fetched).not.toHaveBeenCalled()
    fetched.mockRestore()
  })
})
