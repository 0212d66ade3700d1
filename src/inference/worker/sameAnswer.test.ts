import { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { TextLogits } from '../../domain/decide.ts'
import { LABELS } from '../../domain/labels.ts'
import { builtInFile, builtInJson } from '../../testing/builtInModel.ts'
import { mixedTexts } from '../../testing/mixedTexts.ts'
import { ENDURANCE } from '../../testing/runs.ts'
import { parseCalibration } from '../package/calibrationFile.ts'
import { parseGolden } from '../package/goldenSet.ts'
import { agrees, prove } from '../proof/agreement.ts'
import { parseManifest } from '../package/manifest.ts'
import type { LoadInput } from '../protocol.ts'
import type { Reader } from './engine.ts'
import { readInBatches } from './readInBatches.ts'
import { readOneByOne } from './readOneByOne.ts'
import { createSession } from './session.ts'
import { startSession } from './wasmSession.ts'

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
const ALIVE = new AbortController().signal
const PATIENCE_MS = 300_000

function input(weights: string): LoadInput {
  return {
    files: ['tokenizer.json', 'tokenizer_config.json', weights].map((path) => ({
      path,
      bytes: builtInFile(path),
    })),
    weights,
    window: CALIBRATION.window,
    outputs: LABELS,
  }
}

async function readInCalls(
  reader: Reader,
  texts: readonly string[],
  sizes: readonly number[],
): Promise<TextLogits[]> {
  const answers: TextLogits[] = []
  for (let call = 0; answers.length < texts.length; call += 1) {
    const size = sizes[call % sizes.length]!
    answers.push(...(await reader.read(texts.slice(answers.length, answers.length + size), ALIVE)))
  }
  return answers
}

const COUNT = ENDURANCE ? 500 : 80

describe(`${COUNT} mixed texts on WebAssembly`, { timeout: PATIENCE_MS }, () => {
  const texts = mixedTexts(COUNT)
  let reader: Reader
  let together: TextLogits[]

  beforeAll(async () => {
    const weights = input(MANIFEST.wasmWeights)
    reader = readOneByOne(await startSession(weights), weights)
    together = await reader.read(texts, ALIVE)
  }, PATIENCE_MS)

  it('hold short, long and odd ones', () => {
    const windows = together.map(({ pieces }) => pieces.length)
    expect(new Set(texts).size).toBe(COUNT)
    expect(windows.filter((count) => count > 1).length).toBeGreaterThan(COUNT / 25)
    expect(together.some(({ pieces }) => pieces[0] === 0)).toBe(true)
  })

  it('get the same bits alone', async () => {
    expect(await readInCalls(reader, texts, [1])).toEqual(together)
  })

  it('get the same bits in another order, in calls of other sizes and in another worker', async () => {
    const weights = input(MANIFEST.wasmWeights)
    const other = readOneByOne(await startSession(weights), weights)
    // 211 is prime and divides neither count: every text comes once.
    const order = texts.map((_, index) => (index * 211 + 7) % texts.length)
    const shuffled = order.map((index) => texts[index]!)
    const answers = await readInCalls(other, shuffled, [3, 16, 1, 40])
    expect(answers).toEqual(order.map((index) => together[index]))
  })
})

describe('the weights for WebGPU, in batches', { timeout: PATIENCE_MS }, () => {
  const weights = MANIFEST.webgpuWeights!
  const texts = mixedTexts(60)
  let batches: Reader
  let oneByOne: Reader

  beforeAll(async () => {
    oneByOne = readOneByOne(await startSession(input(weights)), input(weights))
    const onWasm = { providers: ['wasm'], padTo: 8 }
    const session = await createSession({ InferenceSession, Tensor }, input(weights), onWasm)
    batches = readInBatches(session, input(weights), 2_048)
  }, PATIENCE_MS)

  it('reproduce their references', async () => {
    const golden = parseGolden(builtInJson('golden.json'), weights)
    const answers = await batches.read(
      golden.texts.map(({ text }) => text),
      ALIVE,
    )
    expect(prove(answers, golden.texts, golden.tolerance, CALIBRATION)).toSatisfy(agrees)
  })

  it('give a text the logits that it gets alone, whoever shares its batch', async () => {
    const [inBatches, alone] = [await batches.read(texts, ALIVE), await oneByOne.read(texts, ALIVE)]
    for (const [index, { logits, pieces }] of alone.entries()) {
      expect(inBatches[index]!.pieces).toEqual(pieces)
      for (const [place, logit] of logits.entries())
        expect(Math.abs(inBatches[index]!.logits[place]! - logit)).toBeLessThan(1e-4)
    }
  })
})
