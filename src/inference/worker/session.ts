import { AutoModelForSequenceClassification, AutoTokenizer, env, Tensor } from '@huggingface/transformers'
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { UndertoneError } from '../../domain/errors.ts'
import { asRecord } from '../../lib/json.ts'
import type { LoadInput, ModelFile } from '../protocol.ts'

/** The model as the engine uses it: pieces of a text, and three logits for one window of pieces. */
export interface Session {
  /** Ids of the text's word pieces, special ones left out; never cut. */
  tokenize(text: string): number[]
  /** Runs one window; the special pieces are added here. */
  run(pieces: readonly number[]): Promise<Float32Array>
}

const MODEL_ID = 'model'

/**
 * Starts transformers.js on files that are already here: its fetch answers from memory, its caches are off and
 * remote hosts are an address that resolves nowhere, so it can reach nothing. Single-threaded: workers are the
 * parallelism.
 */
export async function startSession({ files, weights }: LoadInput): Promise<Session> {
  env.allowLocalModels = false
  env.remoteHost = 'https://model.invalid/'
  env.remotePathTemplate = '{model}/'
  env.useBrowserCache = false
  env.useWasmCache = false
  env.fetch = (input) => Promise.resolve(answerFrom(files, String(input)))
  const wasm = env.backends.onnx.wasm
  if (wasm === undefined) throw new UndertoneError('internal', 'onnxruntime-web offers no wasm backend')
  wasm.wasmPaths = {
    mjs: new URL(glueUrl, import.meta.url).href,
    wasm: new URL(wasmUrl, import.meta.url).href,
  }
  wasm.numThreads = 1

  const [subfolder = '', file = ''] = weights.split('/')
  const tokenizer = await AutoTokenizer.from_pretrained(MODEL_ID)
  const model = await AutoModelForSequenceClassification.from_pretrained(MODEL_ID, {
    device: 'wasm',
    // fp32 adds no suffix to the file's name: the manifest names the weights, not the library.
    dtype: 'fp32',
    subfolder,
    model_file_name: file.replace(/[.]onnx$/, ''),
  })
  const [first, last] = tokenizer.encode('')
  if (first === undefined || last === undefined)
    throw new UndertoneError('internal', 'tokenizer adds no special pieces')

  return {
    tokenize: (text) => tokenizer.encode(text, { add_special_tokens: false }),
    async run(pieces) {
      const ids = BigInt64Array.from([first, ...pieces, last], BigInt)
      const output: unknown = await model({
        input_ids: new Tensor('int64', ids, [1, ids.length]),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
      })
      return readLogits(output)
    },
  }
}

function answerFrom(files: readonly ModelFile[], url: string): Response {
  const path = new URL(url).pathname.replace(`/${MODEL_ID}/`, '')
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) return new Response(null, { status: 404 })
  return new Response(file.bytes, { headers: { 'content-length': String(file.bytes.length) } })
}

function readLogits(output: unknown): Float32Array {
  const logits = asRecord(output, 'model output')['logits']
  if (!(logits instanceof Tensor) || !(logits.data instanceof Float32Array) || logits.data.length !== 3) {
    throw new UndertoneError('internal', 'the model did not answer with three logits')
  }
  return logits.data
}
