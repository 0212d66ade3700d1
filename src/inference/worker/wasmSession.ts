import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import type { LoadInput } from '../protocol.ts'
import { createSession, type Session } from './session.ts'
import { SMALLEST_MODEL } from './smallestModel.ts'

/** Starts the model on plain WebAssembly. */
export function startSession(input: LoadInput): Promise<Session> {
  findRuntime()
  return createSession({ InferenceSession, Tensor }, input, { providers: ['wasm'], padTo: 1 })
}

/**
 * Fetches and compiles the runtime, without any model: 220 ms of the 330 ms that a session takes to start (two cores,
 * Chromium 156). The runtime offers no call for it but a session. Rejects as `startSession` then will.
 */
export async function startRuntime(): Promise<void> {
  findRuntime()
  const session = await InferenceSession.create(SMALLEST_MODEL, { executionProviders: ['wasm'] })
  await session.release()
}

/** Single-threaded: workers are the parallelism. */
function findRuntime(): void {
  env.wasm.wasmPaths = {
    mjs: new URL(glueUrl, import.meta.url).href,
    wasm: new URL(wasmUrl, import.meta.url).href,
  }
  env.wasm.numThreads = 1
}
