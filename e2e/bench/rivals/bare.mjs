/* global fetch */
import { AutoTokenizer } from '@huggingface/transformers'
// The alias in vite.config.mjs makes it the plain wasm build, which is also what transformers.js gets.
import { env, InferenceSession, Tensor } from 'onnxruntime-web/webgpu'
import { splitWindows } from '../../../src/inference/worker/windows.ts'
import { fileOf, prepareRuntime } from './runtime.mjs'

/** The limit: one run after the other over the windows that the product reads, which were split and packed before. */
export async function openBare({ model, weights, window }) {
  prepareRuntime()
  env.wasm.numThreads = 1
  const tokenizer = await AutoTokenizer.from_pretrained(model)
  const bytes = new Uint8Array(await (await fetch(fileOf(model, weights))).arrayBuffer())
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] })
  const special = tokenizer.encode('')
  const size = window.pieces - special.length

  const feedsOf = (pieces) => {
    const windows = splitWindows(pieces.length, { size, overlap: window.overlap })
    if (windows[0]?.[0] !== 0 || windows.at(-1)[1] !== pieces.length)
      throw new Error('a text is not read whole')
    return windows.map(([start, end]) => {
      const ids = BigInt64Array.from([special[0], ...pieces.slice(start, end), special[1]], BigInt)
      const mask = new BigInt64Array(ids.length).fill(1n)
      const shape = [1, ids.length]
      return { input_ids: new Tensor('int64', ids, shape), attention_mask: new Tensor('int64', mask, shape) }
    })
  }

  return async (texts) => {
    const all = texts.map((text) => tokenizer.encode(text, { add_special_tokens: false }))
    const feeds = all.flatMap(feedsOf)
    const startedAt = performance.now()
    let logits
    for (const feed of feeds) ({ logits } = await session.run(feed))
    const ms = performance.now() - startedAt
    if (!logits.data.every(Number.isFinite)) throw new Error('the model gave no numbers')
    return { ms, tokens: all.reduce((sum, pieces) => sum + pieces.length + special.length, 0) }
  }
}
