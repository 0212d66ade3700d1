import type { TextWindow } from '../domain/calibration.ts'
import type { TextLogits } from '../domain/decide.ts'
import type { Label } from '../domain/labels.ts'

/** A file of the model, already checked against its SHA-256. `path` is relative to the model's folder. */
export interface ModelFile {
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface LoadInput {
  files: readonly ModelFile[]
  /** Path of the weights among `files`, e.g. `onnx/model_quantized.onnx`. */
  weights: string
  window: TextWindow
  /** For each output of the model, in its order, the label it counts towards. */
  outputs: readonly Label[]
}

/** `batchTokens`: padded tokens per run that the warm-up found best on this device; null where texts run one by one. */
export interface LoadReport {
  batchTokens: number | null
}

/**
 * Calls from the page to an inference worker, on WebAssembly or WebGPU: name -> [input, output].
 * - `load` may be called once per worker; a rejected load can be tried again. On WebGPU it rejects with `gpu-missing`
 *   where the browser offers no device.
 * - `classify` answers in the order of `texts` and looks for `cancel` between runs of the model. On WebAssembly a window
 *   is a run: keep calls under 200 ms of work. On WebGPU the windows of a call share runs of at most `batchTokens`: give
 *   it texts for several. Once the device is lost, every call rejects with `gpu-lost`.
 * - `ping` answers between runs, on WebGPU also during one: a worker that does not is dead.
 */
export interface Calls {
  load: [LoadInput, LoadReport]
  classify: [{ texts: readonly string[] }, TextLogits[]]
  ping: [null, null]
}
