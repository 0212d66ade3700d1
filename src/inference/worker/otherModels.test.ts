import { describe, expect, it, vi } from 'vitest'
import { makeModelFolder, type MadeModel } from '../../../e2e/onnx/modelFolder.mjs'
import type { Label } from '../../domain/labels.ts'
import type { LoadInput } from '../protocol.ts'
import { readOneByOne } from './readOneByOne.ts'
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

const ALIVE = new AbortController().signal
const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars']

/** The likeliest of negative, neutral and positive for each text. */
async function classify(
  model: MadeModel,
  outputs: readonly Label[],
  texts: readonly string[],
  without: string | null = null,
): Promise<number[]> {
  const files = [...makeModelFolder(model)].map(([path, bytes]) => ({ path, bytes }))
  const input: LoadInput = {
    files: files.filter(({ path }) => path !== without),
    weights: 'onnx/model_quantized.onnx',
    window: { pieces: 128, overlap: 32 },
    outputs,
  }
  const answers = await readOneByOne(await startSession(input), input).read(texts, ALIVE)
  return answers.map(({ logits }) => logits.indexOf(Math.max(...logits)))
}

describe('a model of others', { timeout: 60_000 }, () => {
  const stars = {
    labels: STARS,
    votes: { terrible: '1 star', bad: '2 stars', average: '3 stars', good: '4 stars', great: '5 stars' },
  }
  const words = Object.keys(stars.votes)

  it('with five stars answers with three labels', async () => {
    const outputs: Label[] = ['negative', 'negative', 'neutral', 'positive', 'positive']
    expect(await classify(stars, outputs, words)).toEqual([0, 0, 1, 2, 2])
  })

  it('answers as its outputs are counted', async () => {
    const outputs: Label[] = ['positive', 'positive', 'positive', 'neutral', 'negative']
    expect(await classify(stars, outputs, words)).toEqual([2, 2, 2, 1, 0])
  })

  it('with two labels never answers the third', async () => {
    const two = { labels: ['POSITIVE', 'NEGATIVE'], votes: { great: 'POSITIVE', terrible: 'NEGATIVE' } }
    const answers = await classify(two, ['positive', 'negative'], ['Great.', 'Terrible!', 'The bag.', ''])
    expect(answers.slice(0, 2)).toEqual([2, 0])
    expect(answers).not.toContain(1)
  })

  it('needs no tokenizer_config.json', async () => {
    const outputs: Label[] = ['negative', 'negative', 'neutral', 'positive', 'positive']
    expect(await classify(stars, outputs, words, 'tokenizer_config.json')).toEqual([0, 0, 1, 2, 2])
  })
})
