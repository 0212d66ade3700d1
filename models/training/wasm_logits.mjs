// Logits of texts on the browser's own wasm build, in Node:
// node wasm_logits.mjs NODE_MODULES MODEL_DIR TEXTS.json OUT.json [FILE] [windows|cut]
// TEXTS is an array of cleaned texts; OUT an array of three logits each, windows averaged by their pieces.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, dir, texts, out, file = 'model_quantized.onnx', reading = 'windows'] = process.argv.slice(2)
const { AutoTokenizer, env } = await load('@huggingface/transformers', 'dist/transformers.node.mjs')
const ort = await load('onnxruntime-web', 'dist/ort.node.min.mjs')
ort.env.wasm.numThreads = 1
env.allowRemoteModels = false
env.localModelPath = path.dirname(path.resolve(dir)) + '/'

const CLS = 2
const SEP = 3
const [size, overlap] = [256 - 2, 64]
const tokenizer = await AutoTokenizer.from_pretrained(path.basename(path.resolve(dir)))
const session = await ort.InferenceSession.create(fs.readFileSync(path.join(dir, 'onnx', file)), {
  executionProviders: ['wasm'],
})

const started = Date.now()
const answers = []
for (const text of JSON.parse(fs.readFileSync(texts, 'utf8'))) answers.push(await answer(text))
fs.writeFileSync(out, JSON.stringify(answers))
const seconds = (Date.now() - started) / 1000
console.log(`${answers.length} texts, ${seconds.toFixed(1)} s, ${(answers.length / seconds).toFixed(1)} a second`)

async function answer(text) {
  const pieces = tokenizer(text, { add_special_tokens: false, return_tensor: false }).input_ids.map(Number)
  const sums = [0, 0, 0]
  let weights = 0
  for (const window of windows(pieces)) {
    const logits = await run(window)
    const weight = Math.max(1, window.length)
    weights += weight
    for (let i = 0; i < 3; i++) sums[i] += weight * logits[i]
  }
  return sums.map((sum) => sum / weights)
}

function windows(pieces) {
  if (pieces.length <= size || reading === 'cut') return [pieces.slice(0, size)]
  const parts = []
  for (let start = 0; start < pieces.length - overlap; start += size - overlap) parts.push(pieces.slice(start, start + size))
  return parts
}

async function run(pieces) {
  const ids = BigInt64Array.from([CLS, ...pieces, SEP], BigInt)
  const shape = [1, ids.length]
  const result = await session.run({
    input_ids: new ort.Tensor('int64', ids, shape),
    attention_mask: new ort.Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  })
  return result.logits.data
}

async function load(name, file) {
  return import(pathToFileURL(path.join(path.resolve(modules), name, file)).href)
}
