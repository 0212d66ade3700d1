import { createBackend, type Backend } from '../proof/backend.ts'
import { crossReferences } from './crossReferences.ts'
import { isDynamicInt8 } from '../package/int8Weights.ts'
import type { ModelPackage } from '../package/modelPackage.ts'
import type { Spawn } from '../pool/inferenceWorker.ts'

export interface GpuStart {
  model: ModelPackage
  /** Path of the weights for WebGPU. */
  weights: string
  /** Answers what the model brings no references for. */
  wasm: Backend
  spawn: Spawn
  signal: AbortSignal
  onProgress: (loaded: number, total: number) => void
  onChecking: () => void
  /** It died once and starts again; what it was reading is read again. */
  onRestart: () => void
  /** It will not answer any more. */
  onGone: (reason: Error) => void
}

/**
 * Fetches the weights and starts one worker on the graphics card, checked with a few references. Null for weights
 * that must not run there. Rejects with what the download, the start or the check rejects with.
 */
export async function startGpu(options: GpuStart): Promise<Backend | null> {
  const { model, weights, wasm, spawn, signal, onProgress, onChecking, onRestart, onGone } = options
  const { calibration, outputs, golden } = model
  const file = await model.fetchFile(weights, onProgress, signal)
  if (isDynamicInt8(file.bytes)) return null
  onChecking()
  const references = golden?.webgpu
    ? { golden: golden.webgpu, calibration }
    : await crossReferences(wasm, calibration)
  signal.throwIfAborted()
  const backend = createBackend({
    spawn,
    input: {
      files: [...model.files.filter(({ path }) => path !== model.weights.wasm), file],
      weights,
      window: calibration.window,
      outputs,
    },
    // The worker packs the texts of a call into batches itself.
    unitTokens: Infinity,
    // Lost once, it is started again; lost twice, it is not to be relied on.
    attempts: 2,
    maxDeaths: 1,
    references,
    events: { onSize: () => undefined, onPace: () => undefined, onDeath: onRestart, onGone },
  })
  const end = (): void => backend.close(new DOMException('the graphics card is not wanted', 'AbortError'))
  signal.addEventListener('abort', end)
  try {
    await backend.resize(1)
    return backend
  } catch (reason) {
    end()
    throw reason
  } finally {
    signal.removeEventListener('abort', end)
  }
}
