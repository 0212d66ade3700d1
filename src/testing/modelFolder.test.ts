import type * as Transformers from '@huggingface/transformers'
import { describe, expect, it } from 'vitest'
import { makeModelFolder, type MadeModel } from '../../e2e/onnx/modelFolder.mjs'
import { browserTransformers, packageUrl } from './realSession.ts'

const PATIENCE_MS = 60_000
const TWO = ['NEGATIVE', 'POSITIVE']
const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars']
const STAR_VOTES = {
  terrible: '1 star',
  bad: '2 stars',
  average: '3 stars',
  good: '4 stars',
  great: '5 stars',
}

/** The most probable label of each text, by transformers.js on WebAssembly. */
async function classify(model: MadeModel, texts: string[]): Promise<{ label: string; score: number }[]> {
  const { env, pipeline } = (await browserTransformers()) as typeof Transformers
  const files = makeModelFolder(model)
  env.allowLocalModels = false
  env.remoteHost = 'https://model.invalid/'
  env.remotePathTemplate = '{model}/'
  env.useBrowserCache = false
  env.useWasmCache = false
  env.fetch = (url) => {
    const bytes = files.get(new URL(String(url)).pathname.replace('/tiny/', ''))
    const headers = { 'content-length': String(bytes?.length ?? 0) }
    return Promise.resolve(
      bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes, { headers }),
    )
  }
  env.backends.onnx.wasm!.numThreads = 1
  env.backends.onnx.wasm!.wasmPaths = {
    mjs: packageUrl('onnxruntime-web/dist/ort-wasm-simd-threaded.mjs'),
    wasm: packageUrl('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'),
  }
  const ask = await pipeline('text-classification', 'tiny', { dtype: model.int8 === false ? 'fp32' : 'q8' })
  return ask(texts)
}

describe('a tiny model made for tests', { timeout: PATIENCE_MS }, () => {
  it.each([
    { weights: 'int8', int8: true },
    { weights: 'float32', int8: false },
  ])('has two labels that its words decide, in $weights', async ({ int8 }) => {
    const votes = { great: 'POSITIVE', terrible: 'NEGATIVE' }
    const answers = await classify({ labels: TWO, votes, int8 }, [
      'A great bag.',
      'A terrible, terrible bag. Great.',
      'Terrible!',
    ])
    expect(answers.map(({ label }) => label)).toEqual(['POSITIVE', 'NEGATIVE', 'NEGATIVE'])
    for (const { score } of answers) expect(score).toBeGreaterThan(0.95)
  })

  it('has five labels that its words decide', async () => {
    const texts = Object.keys(STAR_VOTES).map((word) => `It is ${word} for the price.`)
    const answers = await classify({ labels: STARS, votes: STAR_VOTES }, texts)
    expect(answers.map(({ label }) => label)).toEqual(STARS)
    for (const { score } of answers) expect(score).toBeGreaterThan(0.9)
  })

  it('finds its labels about equally probable without votes', async () => {
    const [answer] = await classify({ labels: TWO }, ['A great bag.'])
    expect(answer!.score).toBeLessThan(0.6)
  })

  it('refuses votes for what the vocabulary or the labels do not hold', () => {
    expect(() => makeModelFolder({ labels: TWO, votes: { supercalifragilistic: 'POSITIVE' } })).toThrow(
      'is not one piece',
    )
    expect(() => makeModelFolder({ labels: TWO, votes: { great: 'fine' } })).toThrow('not one of the labels')
  })
})
