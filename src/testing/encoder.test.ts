import * as ort from 'onnxruntime-web'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeEncoder, type EncoderShape } from '../../e2e/onnx/encoder.mjs'

const SHAPE: EncoderShape = {
  layers: 2,
  width: 48,
  heads: 3,
  intermediate: 96,
  vocabulary: 50,
  positions: 32,
  outputs: 4,
  int8: true,
  seed: 7,
}
const TEXT = [2, 17, 30, 9, 41, 3]

async function run(shape: EncoderShape, texts: number[][], lengths = texts.map((ids) => ids.length)) {
  const session = await ort.InferenceSession.create(makeEncoder(shape), { executionProviders: ['wasm'] })
  const dims = [texts.length, texts[0]!.length]
  const mask = texts.flatMap((ids, text) => ids.map((_, place) => (place < lengths[text]! ? 1n : 0n)))
  const output = await session.run({
    input_ids: new ort.Tensor('int64', BigInt64Array.from(texts.flat(), BigInt), dims),
    attention_mask: new ort.Tensor('int64', BigInt64Array.from(mask), dims),
  })
  expect(output['logits']!.dims).toEqual([texts.length, shape.outputs])
  return Array.from((await output['logits']!.getData()) as Float32Array)
}

describe('an encoder made for tests', { timeout: 60_000 }, () => {
  beforeAll(() => void (ort.env.wasm.numThreads = 1))

  it('runs with weights in int8 nearly as with the same weights in float32', async () => {
    const [quantized, exact] = [await run(SHAPE, [TEXT]), await run({ ...SHAPE, int8: false }, [TEXT])]
    for (const [index, logit] of quantized.entries()) expect(logit).toBeCloseTo(exact[index]!, 2)
    expect(new Set(exact).size).toBe(SHAPE.outputs)
  })

  it('answers by the text', async () => {
    expect(await run(SHAPE, [TEXT])).not.toEqual(await run(SHAPE, [TEXT.toReversed()]))
  })

  it('does not read padding', async () => {
    const exact = { ...SHAPE, int8: false }
    const padded = await run(exact, [[...TEXT, 11, 11]], [TEXT.length])
    for (const [index, logit] of (await run(exact, [TEXT])).entries())
      expect(padded[index]).toBeCloseTo(logit, 5)
  })

  it('adds votes for the pieces that are read, each time they occur', async () => {
    const votes = [{ piece: 17, output: 1, weight: 5 }]
    const [without, among] = [await run(SHAPE, [TEXT]), await run({ ...SHAPE, votes }, [TEXT])]
    expect(among[1]! - without[1]!).toBeCloseTo(5, 4)
    expect(among[0]).toBeCloseTo(without[0]!, 4)
    const [twice] = [await run({ ...SHAPE, votes }, [[17, 17, 17]], [2])]
    expect(twice[1]).toBeGreaterThan(9)
    expect(twice[1]).toBeLessThan(11)
  })

  it('is the same file for the same seed, and another for another', () => {
    expect(makeEncoder(SHAPE)).toEqual(makeEncoder(SHAPE))
    expect(makeEncoder({ ...SHAPE, seed: 8 })).not.toEqual(makeEncoder(SHAPE))
  })

  it('refuses heads that do not fit', () => {
    expect(() => makeEncoder({ ...SHAPE, heads: 5 })).toThrow(RangeError)
  })
})
