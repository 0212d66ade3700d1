import type { Calibration } from '../../domain/calibration.ts'
import type { Label } from '../../domain/labels.ts'
import type { GoldenSet } from './goldenSet.ts'
import type { ModelFile } from '../protocol.ts'

/** Where a model comes from: a folder of this site, or files that a person dropped on the page. */
export type ModelSource =
  /** `folder` is an absolute URL with a slash at the end; `meanings` are of labels that are not ours. */
  | { kind: 'site'; folder: string; meanings?: LabelMeanings | undefined }
  /** Files by their path within the folder; `outputs` as in `ModelPackage`. */
  | { kind: 'local'; name: string; files: ReadonlyMap<string, File>; outputs: readonly Label[] }

/** What a model's own label names count towards: `{ '1 star': 'negative', … }`. */
export type LabelMeanings = Readonly<Record<string, Label>>

/** What the engine needs of a model, wherever it comes from. */
export interface ModelPackage {
  name: string
  /** For a worker: configuration, tokenizer and the weights for WebAssembly. */
  files: ModelFile[]
  /** Paths of the weights; null where the model brings none for WebGPU. */
  weights: { wasm: string; webgpu: string | null }
  /** For each output of the model, in its order, the label it counts towards. */
  outputs: readonly Label[]
  calibration: Calibration
  /** Whether the calibration was measured; otherwise probabilities are the model's own, right more or less often. */
  calibrated: boolean
  /** References per weight file; null where the model brings none, and nothing can be proved before use. */
  golden: { wasm: GoldenSet; webgpu: GoldenSet | null } | null
  /** Size of `files` and of what else was read, in bytes. */
  bytes: number
  source: 'network' | 'browser storage' | 'this device'
  /** Null when kept for the next visit; otherwise why not. */
  notStored: string | null
  /** SHA-256 over the manifest (or the weights): names the model in remembered verdicts. */
  fingerprint: string
  /** Size in bytes of a file that is not among `files`. Throws `model-missing` when the model has no such file. */
  sizeOf(path: string): number
  /** Whether `fetchFile` would find it on this device. */
  isStored(path: string): Promise<boolean>
  /**
   * That file, checked and stored like the others; `onProgress` counts bytes and never falls. Rejects with
   * `model-missing`, `model-corrupt` or the abort's reason.
   */
  fetchFile(
    path: string,
    onProgress: (loaded: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<ModelFile>
}
