/* global self */
import { env } from '@huggingface/transformers'
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'

/** Address of the model folders: `models/` beside the page. Scripts lie in `assets/`. */
const MODELS = new URL('../models/', self.location.href).href

export const fileOf = (model, path) => `${MODELS}${model}/${path}`

/** transformers.js on the plain wasm build with one thread, as in the product. */
export function prepareRuntime() {
  env.allowLocalModels = false
  env.remoteHost = MODELS
  env.remotePathTemplate = '{model}/'
  env.useBrowserCache = false
  env.useWasmCache = false
  env.backends.onnx.wasm.numThreads = 1
  env.backends.onnx.wasm.wasmPaths = {
    mjs: new URL(glueUrl, self.location.href).href,
    wasm: new URL(wasmUrl, self.location.href).href,
  }
}
