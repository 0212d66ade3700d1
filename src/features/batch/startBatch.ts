import { toProblem } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import { runBatch } from '../../pipeline/runBatch.ts'
import type { RunProgress } from '../../table/protocol.ts'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type RunState } from './batchStore.ts'
import { reportProblem } from './reportProblem.ts'
import { refreshResults } from './results.ts'
import { addSample } from './speed.ts'

/** Charts and list are asked for anew this often while a run goes on: twice a second is as much as can be read. */
const REFRESH_MS = 500

/** Classifies every row with text and without an answer; after Stop or a failure, a new call continues there. */
export async function startBatch(services: BatchServices): Promise<void> {
  const { run } = useBatchStore.getState()
  if (run.status === 'running' || run.status === 'starting') return
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  const startedAt = performance.now()
  const reached: { progress: RunProgress | null } = { progress: null }
  useBatchStore.setState({ run: { status: 'starting', stop }, problem: null })
  const refreshing = setInterval(() => void refreshResults(services), REFRESH_MS)
  try {
    const { table, model } = services
    await table.setCalibration({ calibration: await abortable(model.calibration(), controller.signal) })
    const workers = await abortable(model.scaleUp(), controller.signal)
    await runBatch({
      table,
      classifier: model,
      workers,
      signal: controller.signal,
      onProgress: (progress) => {
        if (controller.signal.aborted) return
        reached.progress = progress
        showProgress(progress, stop)
      },
    })
    const progress = reached.progress ?? (await noRowsLeft(services))
    setRun({ status: 'done', progress, ms: performance.now() - startedAt })
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'table-lost') reportProblem(error)
    else if (problem.code === 'aborted') setRun({ status: 'stopped', progress: reached.progress })
    else setRun({ status: 'failed', problem })
  } finally {
    clearInterval(refreshing)
    await refreshResults(services)
  }
}

/** Stops a run; what is done stays done. Nothing happens when none is running. */
export function stopBatch(): void {
  const { run } = useBatchStore.getState()
  if (run.status === 'running' || run.status === 'starting') run.stop()
}

function setRun(run: RunState): void {
  useBatchStore.setState({ run })
}

function showProgress(progress: RunProgress, stop: () => void): void {
  const { run } = useBatchStore.getState()
  const samples = run.status === 'running' ? run.samples : []
  useBatchStore.setState({
    run: {
      status: 'running',
      progress,
      samples: addSample(samples, { at: performance.now(), done: progress.done }),
      stop,
    },
    saved: false,
  })
}

async function noRowsLeft({ table }: BatchServices): Promise<RunProgress> {
  const { classified, unreadable, waiting } = await table.summary(null)
  return { done: classified + unreadable, total: classified + unreadable + waiting }
}
