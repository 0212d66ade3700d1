import { env, InferenceSession, Tensor } from 'onnxruntime-web/jspi'
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url'
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url'
import { UndertoneError } from '../../domain/errors.ts'
import type { LoadInput } from '../protocol.ts'
import type { Reader } from './engine.ts'
import { openGpuDevice } from './gpuDevice.ts'
import { createLossGuard } from './lossGuard.ts'
import { readInBatches } from './readInBatches.ts'
import { createSession, type Session } from './session.ts'
import { tuneBatch } from './tuneBatch.ts'

/** Lengths that are a multiple of 4 run on the vectorised shaders; more of it saves kinds of shapes. */
const PAD_TO = 8

/**
 * Starts the model on WebGPU. Throws `gpu-missing` before anything is fetched when there is no device or the browser
 * cannot suspend WebAssembly while it waits for one; `gpu-lost` when it goes away, then and in every later call.
 */
export async function startGpuReader(input: LoadInput): Promise<Reader> {
  if (!('Suspending' in WebAssembly))
    throw new UndertoneError('gpu-missing', 'the browser cannot suspend WebAssembly')
  const device = await openGpuDevice(navigator.gpu)
  const guard = createLossGuard(device.lost)
  env.wasm.wasmPaths = {
    mjs: new URL(glueUrl, import.meta.url).href,
    wasm: new URL(wasmUrl, import.meta.url).href,
  }
  env.wasm.numThreads = 1
  const runtime = { InferenceSession, Tensor }
  const onGpu = { providers: [{ name: 'webgpu', device }], padTo: PAD_TO }
  const session = await guard(() => createSession(runtime, input, onGpu))
  const guarded: Session = { ...session, run: (windows) => guard(() => session.run(windows)) }
  return readInBatches(guarded, input, await tuneBatch(trialRun(guarded), input.window.pieces))
}

/** Runs over made-up windows: what they say does not matter for the time they take. */
function trialRun(session: Session): (windows: number, tokens: number) => Promise<unknown> {
  const [piece = 0] = session.tokenize('a')
  return (windows, tokens) => {
    const pieces = new Array<number>(tokens - session.specialPieces).fill(piece)
    return session.run(new Array<number[]>(windows).fill(pieces))
  }
}
