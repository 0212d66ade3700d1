import type { Model } from '../../inference/facade/model.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { estimateRun } from '../../pipeline/estimate.ts'
import type { FileStore } from '../state/fileState.ts'

/** How long a run of the open file would take. */
export interface Estimate {
  /** Measures it. There is just no estimate when another file overtakes it or the model fails. Never rejects. */
  measure(signal: AbortSignal): Promise<void>
  /** Another model has another speed. */
  measureAgain(): Promise<void>
  /** Whether a file waits for its estimate, and nothing measures it. */
  isLacking(): boolean
}

export function createEstimate(model: Model, file: FileStore): Estimate {
  const latest = latestOnly()
  /** Estimates that are being measured, or wait for a model that is on its way. */
  let underWay = 0

  async function measure(signal: AbortSignal): Promise<void> {
    const profile = file.openFile()?.profile ?? null
    if (profile === null) return
    const { sample, distinct, characters } = profile
    underWay++
    try {
      const workers = model.workersForBatch()
      const estimateMs = await estimateRun({ texts: distinct, characters, sample }, workers, model, signal)
      if (file.openFile()?.profile === profile) file.changeOpen({ estimateMs })
    } catch {
      // Overtaken, or the model failed, which Model status tells.
    } finally {
      underWay--
    }
  }

  return {
    measure,
    async measureAgain() {
      file.changeOpen({ estimateMs: null })
      await measure(latest())
    },
    isLacking() {
      const openFile = file.openFile()
      return openFile !== null && openFile.profile !== null && openFile.estimateMs === null && underWay === 0
    },
  }
}
