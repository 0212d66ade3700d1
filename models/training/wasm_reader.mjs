// Reads texts with a model folder on the browser's own wasm build, in Node, one window at a time.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const CLS = 2
const SEP = 3
const [size, overlap] = [256 - 2, 64]

/** A function that gives the windows of a text: [start, end, three logits] each. `reading`: windows, cut or balanced. */
export async function openReader(modules, dir, file = 'model_quantized.onnx', reading = 'windows') {
  const { AutoTokenizer, env } = await load(modules, '@huggingface/transformers', 'dist/transformers.node.mjs')
  const ort = await load(modules, 'onnxruntime-web', 'dist/ort.node.min.mjs')
  ort.env.wasm.numThreads = 1
  env.allowRemoteModels = false
  env.localModelPath = path.dirname(path.resolve(dir)) + '/'
  const tokenizer = await AutoTokenizer.from_pretrained(path.basename(path.resolve(dir)))
  const session = await ort.InferenceSession.create(fs.readFileSync(path.join(dir, 'onnx', file)), {
    executionProviders: ['wasm'],
  })

  async function run(pieces) {
    const ids = BigInt64Array.from([CLS, ...pieces, SEP], BigInt)
    const shape = [1, ids.length]
    const result = await session.run({
      input_ids: new ort.Tensor('int64', ids, shape),
      attention_mask: new ort.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    })
    return result.logits.data
  }

  return async (text) => {
    const pieces = tokenizer(text, { add_special_tokens: false, return_tensor: false }).input_ids.map(Number)
    const windows = []
    for (const start of starts(pieces.length, reading)) {
      const end = Math.min(start + size, pieces.length)
      windows.push([start, end, ...(await run(pieces.slice(start, end)))])
    }
    return windows
  }
}

// As windows.ts of the product: the last window is moved back to be full. Balanced ones are as many, evenly spread.
function starts(length, reading) {
  if (length <= size || reading === 'cut') return [0]
  const stride = size - overlap
  const count = Math.ceil((length - size) / stride) + 1
  const place =
    reading === 'balanced'
      ? (index) => Math.round((index * (length - size)) / (count - 1))
      : (index) => Math.min(index * stride, length - size)
  return Array.from({ length: count }, (_, index) => place(index))
}

async function load(modules, name, file) {
  return import(pathToFileURL(path.join(path.resolve(modules), name, file)).href)
}
