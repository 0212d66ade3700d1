import { latestOnly } from '../../../lib/latestOnly.ts'
import { estimateRun } from '../../../pipeline/estimate.ts'
import type { BatchServices } from '../batchServices.ts'
import { changeOpen, useBatchStore } from '../batchStore.ts'

const latestEstimate = latestOnly()
/** Estimates that are being measured, or wait for a model that is on its way. */
let underway = 0

/** Measures how long a run would take. There is just no estimate when another file overtakes it or the model fails. */
export async function estimate({ model }: BatchServices, signal: AbortSignal): Promise<void> {
  const { file } = useBatchStore.getState()
  if (file.status !== 'open' || file.profile === null) return
  const { profile } = file
  const { sample, distinct, characters } = profile
  underway++
  try {
    const workers = model.workersForBatch()
    const estimateMs = await estimateRun({ texts: distinct, characters, sample }, workers, model, signal)
    const { file: now } = useBatchStore.getState()
    if (now.status === 'open' && now.profile === profile) changeOpen({ estimateMs })
  } catch {
    // Overtaken, or the model failed, which Model status tells.
  } finally {
    underway--
  }
}

/** Whether a file waits for its estimate, and nothing measures it. */
export function lacksEstimate(): boolean {
  const { file } = useBatchStore.getState()
  return file.status === 'open' && file.profile !== null && file.estimateMs === null && underway === 0
}

/** Another model has another speed. */
export async function estimateAgain(services: BatchServices): Promise<void> {
  changeOpen({ estimateMs: null })
  await estimate(services, latestEstimate())
}
