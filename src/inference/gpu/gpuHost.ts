import type { Notebook } from '../../lib/notebook.ts'
import type { Connection } from './connection.ts'
import type { GpuAdapter } from './gpuAdapter.ts'

/** What has to be known of the machine and the browser before a graphics card is used there. */
export interface GpuHost {
  /** Names browser, version and system. */
  browser: string
  adapter(): Promise<GpuAdapter>
  connection(): Connection
  /** Size of the runtime for WebGPU, in bytes. */
  gpuRuntimeBytes: number
  /** Settings and verdicts between visits. */
  notebook: Notebook
}
