import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import type { LoadInput } from '../protocol.ts'
import { createSession, type Session } from './session.ts'

/** Starts the model on plain WebAssembly. Single-threaded: workers are the parallelism. */
export function startSession(input: LoadInput): Promise<Session> {
  env.wasm.wasmPaths = {
    mjs: new URL(glueUrl, import.meta.url).href,
    wasm: new URL(wasmUrl, import.meta.url).href,
  }
  env.wasm.numThreads = 1
  return createSession({ InferenceSession, Tensor }, input, { providers: ['wasm'], padTo: 1 })
}
