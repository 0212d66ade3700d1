import type { GpuHost } from '../gpu/gpuHost.ts'

/** What the engine has to know of the machine and the browser that it runs in; tests pass another one. */
export interface Device extends GpuHost {
  /** Inference workers that it feeds well now. */
  automaticWorkers(): number
  /** Inference workers that a person may ask for. */
  mostWorkers: number
  /** Calls `listener` when `automaticWorkers` changes. */
  onWorkersChange(listener: () => void): void
  /** Asks the browser to keep what is stored. Null where it cannot be asked. */
  persist(): Promise<boolean | null>
}
