import type { Notebook } from '../lib/notebook.ts'
import type { Connection } from './gpu/connection.ts'
import type { GpuAdapter } from './gpu/gpuAdapter.ts'

/** What the engine has to know of the machine and the browser that it runs in; tests pass another one. */
export interface Device {
  /** Names browser, version and system. */
  browser: string
  adapter(): Promise<GpuAdapter>
  connection(): Connection
  /** Size of the runtime for WebGPU, in bytes. */
  gpuRuntimeBytes: number
  /** Inference workers that it feeds well now. */
  automaticWorkers(): number
  /** Inference workers that a person may ask for. */
  mostWorkers: number
  /** Calls `listener` when `automaticWorkers` changes. */
  onWorkersChange(listener: () => void): void
  /** Asks the browser to keep what is stored. Null where it cannot be asked. */
  persist(): Promise<boolean | null>
  /** Settings and verdicts between visits. */
  notebook: Notebook
}
