import { fromFailure, UndertoneError } from '../../domain/errors.ts'
import { startLiveWorker } from '../../lib/liveWorker.ts'
import type { Calls } from '../protocol.ts'
import gpuWorkerUrl from '../worker/gpuMain.ts?worker&url'
import workerUrl from '../worker/main.ts?worker&url'
import type { Spawn } from './inferenceWorker.ts'

/** On plain WebAssembly, one text at a time. */
export const spawnInferenceWorker: Spawn = spawnFrom(workerUrl, 'undertone-inference')

/**
 * On WebGPU, in batches; its script and runtime are fetched when it starts. `load` rejects with `gpu-missing` where the
 * browser offers no device, every call with `gpu-lost` once the device is lost.
 */
export const spawnGpuWorker: Spawn = spawnFrom(gpuWorkerUrl, 'undertone-gpu')

function spawnFrom(url: string, name: string): Spawn {
  return (onDeath) =>
    startLiveWorker<Calls>({
      scriptUrl: new URL(url, import.meta.url).href,
      name,
      fromFailure,
      deathOf: (message) => new UndertoneError('worker-crashed', message),
      onDeath,
    })
}
