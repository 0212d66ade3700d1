import { notebook } from '../../lib/notebook.ts'
import { readConnection } from '../gpu/connection.ts'
import type { Device } from './device.ts'
import { askAdapter } from '../gpu/gpuAdapter.ts'

/**
 * Size of `ort-wasm-simd-threaded.jspi.wasm`; hosts that compress send a third of it.
 * @internal A test compares it with the file.
 */
export const GPU_RUNTIME_BYTES = 16_811_691

type WorkerFacts = Pick<Device, 'automaticWorkers' | 'mostWorkers' | 'onWorkersChange'>

/** The browser that the page runs in. */
export function browserDevice(workers: WorkerFacts): Device {
  return {
    ...workers,
    browser: navigator.userAgent,
    adapter: askAdapter,
    connection: () => readConnection(Reflect.get(navigator, 'connection')),
    gpuRuntimeBytes: GPU_RUNTIME_BYTES,
    persist,
    notebook: notebook(() => localStorage),
  }
}

async function persist(): Promise<boolean | null> {
  // Plain-http pages have no storage manager, whatever the types say.
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return null
  return navigator.storage.persist().catch(() => null)
}
