import { toProblem } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import type { BatchWork } from '../../inference/workload.ts'
import { runBatch } from '../../pipeline/runBatch.ts'
import { checkAnswers, createUnchecked, type TakenBack } from '../../pipeline/unchecked.ts'
import { formatCount, plural } from '../../lib/format.ts'
import type { RunProgress } from '../../table/protocol.ts'
import { announce } from '../../ui/announcer.ts'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type RunState } from './batchStore.ts'
import { reportProblem } from './reportProblem.ts'
import { quarterAnnouncer } from './quarterAnnouncer.ts'
import { refreshResults } from './results.ts'
import { addSample } from './speed.ts'
import { takenBackWords } from './takenBackWords.ts'

/** Pause between two looks at a running batch: twice a second is as much as can be read. */
const REFRESH_MS = 500

/** Answers that no check of the engine has covered yet; a stopped run leaves some. */
let unchecked = createUnchecked()

/** Classifies every row with text and without an answer; after Stop or a failure, a new call continues there. */
export async function startBatch(services: BatchServices): Promise<void> {
  const { run } = useBatchStore.getState()
  if (run.status === 'running' || run.status === 'starting') return
  const controller = new AbortController()
  const stop = (): void => {
    controller.abort()
    // At once, whatever is still on its way: a person has waited for the button to work.
    setRun({ status: 'stopped', progress: reached.progress })
    announce('Stopped. What is done is kept.')
  }
  const startedAt = performance.now()
  const reached: { progress: RunProgress | null } = { progress: null }
  useBatchStore.setState({ run: { status: 'starting', stop }, problem: null, takenBack: 0 })
  const announceQuarter = quarterAnnouncer()
  announce('Classifying')
  const stopRefreshing = refreshRepeatedly(services)
  try {
    const { table, model } = services
    await table.setCalibration({ calibration: await abortable(model.calibration(), controller.signal) })
    await abortable(model.prepareBatch(workOf()), controller.signal)
    await runBatch({
      table,
      classifier: model,
      unchecked,
      signal: controller.signal,
      onProgress: (progress) => {
        if (controller.signal.aborted) return
        reached.progress = progress
        showProgress(progress, stop)
        announceQuarter(progress)
      },
      onTakenBack: tellTakenBack,
    })
    const { classified, unreadable } = await table.summary(null, { signal: controller.signal })
    setRun({ status: 'done', unreadable, ms: performance.now() - startedAt })
    const aside = unreadable === 0 ? '' : `, ${formatCount(unreadable)} unreadable`
    announce(`Done: ${plural(classified, 'row')} classified${aside}`)
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'table-lost') unchecked = createUnchecked()
    if (controller.signal.aborted) void checkStopped(services)
    else if (problem.code === 'table-lost') reportProblem(error)
    else setRun({ status: 'failed', problem })
  } finally {
    stopRefreshing()
    await refreshResults(services)
  }
}

/** What a stopped run has answered is checked, too, behind everything else. */
async function checkStopped(services: BatchServices): Promise<void> {
  const { table, model: classifier } = services
  try {
    const sound = await checkAnswers({ table, classifier, unchecked, onTakenBack: tellTakenBack })
    if (!sound) await refreshResults(services)
  } catch {
    // The model or the data worker failed, which the page tells; the answers are checked in the next run.
  }
}

function tellTakenBack({ forgotten, progress }: TakenBack): void {
  const { run, takenBack } = useBatchStore.getState()
  useBatchStore.setState({ takenBack: takenBack + forgotten })
  if (run.status === 'running') showProgress(progress, run.stop)
  if (run.status === 'stopped') setRun({ status: 'stopped', progress })
  announce(takenBackWords(forgotten))
}

/** What the open file still asks for, as far as it is known. */
function workOf(): BatchWork {
  const { file, summary } = useBatchStore.getState()
  const profile = file.status === 'open' ? file.profile : null
  if (profile === null) return { texts: 0, characters: 0 }
  const share = (summary?.waiting ?? profile.withText) / Math.max(1, profile.withText)
  return { texts: Math.ceil(profile.distinct * share), characters: profile.characters * share }
}

/** Stops a run; what is done stays done. Nothing happens when none is running. */
export function stopBatch(): void {
  const { run } = useBatchStore.getState()
  if (run.status === 'running' || run.status === 'starting') run.stop()
}

/** The next question waits for the last answer: on a large file a count may take longer than the pause. */
function refreshRepeatedly(services: BatchServices): () => void {
  let timer = setTimeout(refresh, REFRESH_MS)
  let stopped = false
  async function refresh(): Promise<void> {
    await refreshResults(services)
    if (!stopped) timer = setTimeout(refresh, REFRESH_MS)
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
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
