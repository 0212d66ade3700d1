import { fromFailure, UndertoneError } from '../domain/errors.ts'
import { startLiveWorker, type LiveWorker } from '../lib/liveWorker.ts'
import type { Calls } from './protocol.ts'
import gpuWorkerUrl from './worker/gpuMain.ts?worker&url'
import workerUrl from './worker/main.ts?worker&url'

/** A running worker as the pool sees it. */
export type InferenceWorker = LiveWorker<Calls>

/** Starts a worker and calls `onDeath` once when it crashes, falls silent or cannot start. */
export type Spawn = (onDeath: () => void) => InferenceWorker

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
