import { isAbort, toProblem } from '../../../domain/errors.ts'
import type { Model } from '../../../inference/facade/model.ts'
import type { BatchWork } from '../../../inference/facade/workload.ts'
import { abortable } from '../../../lib/abortable.ts'
import { formatCount, plural } from '../../../lib/format.ts'
import { runBatch } from '../../../pipeline/runBatch.ts'
import { checkAnswers, createUnchecked, type TakenBack } from '../../../pipeline/unchecked.ts'
import type { RunProgress } from '../../../table/protocol.ts'
import { announce } from '../../../ui/announcer.ts'
import type { BatchServices } from '../batchServices.ts'
import { useBatchStore, type AnsweringModel, type RunState } from '../batchStore.ts'
import { reportProblem } from '../reportProblem.ts'
import { refreshResults } from '../results/results.ts'
import { modelInUse, otherModel } from './answeredBy.ts'
import { quarterAnnouncer } from './quarterAnnouncer.ts'
import { addSample } from './speed.ts'
import { takenBackWords } from './takenBackWords.ts'

/** Pause between two looks at a running batch: twice a second is as much as can be read. */
const REFRESH_MS = 500

/** Answers that no check of the engine has covered yet; a stopped run leaves some. */
let unchecked = createUnchecked()

/**
 * Classifies every row with text and without an answer; after Stop or a failure, a new call continues there. Answers of
 * another model are forgotten first, all of them; when no download holds them, only if `mayForget`, otherwise the
 * person is asked and nothing runs.
 */
export async function startBatch(services: BatchServices, mayForget = false): Promise<void> {
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
  useBatchStore.setState({
    run: { status: 'starting', stop },
    problem: null,
    takenBack: 0,
    askingToForget: false,
  })
  const announceQuarter = quarterAnnouncer()
  const stopRefreshing = refreshRepeatedly(services)
  const { table, model } = services
  let leaveModel: () => void = () => undefined
  try {
    const calibration = await abortable(model.calibration(), controller.signal)
    const by = modelInUse(model)
    if (by === null) throw new DOMException('another model was chosen', 'AbortError')
    if (otherModel(model) !== null) {
      if (!mayForget && !useBatchStore.getState().saved) {
        useBatchStore.setState({ run, askingToForget: true })
        return
      }
      await forgetAnswers(services)
    }
    announce('Classifying')
    leaveModel = whenLeft(model, by, stop)
    useBatchStore.setState({ answeredBy: by })
    await table.setCalibration({ calibration })
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
    const { classified, unreadable } = await table.summary(
      { includeUnfit: false },
      { signal: controller.signal },
    )
    setRun({ status: 'done', unreadable, ms: performance.now() - startedAt })
    const aside = unreadable === 0 ? '' : `, ${formatCount(unreadable)} unreadable`
    announce(`Done: ${plural(classified, 'row')} classified${aside}`)
  } catch (error) {
    const problem = toProblem(error)
    // Nobody pressed Stop: another model was chosen between two steps.
    if (isAbort(error) && !controller.signal.aborted) stop()
    if (problem.code === 'table-lost') unchecked = createUnchecked()
    if (controller.signal.aborted) void checkStopped(services)
    else if (problem.code === 'table-lost') reportProblem(error)
    else setRun({ status: 'failed', problem })
  } finally {
    leaveModel()
    stopRefreshing()
    await refreshResults(services)
  }
}

/** Leaves the answers of the other model as they are, and runs nothing. */
export function keepAnswers(): void {
  useBatchStore.setState({ askingToForget: false })
}

async function forgetAnswers({ table }: BatchServices): Promise<void> {
  unchecked = createUnchecked()
  await table.forgetAll(null)
  useBatchStore.setState({ saved: true, detailOpen: false })
}

/**
 * Another model takes its place: what `by` has answered so far is all of its answers. One that failed and is loaded again
 * goes on where it was.
 */
function whenLeft({ state }: Model, by: AnsweringModel, stop: () => void): () => void {
  return state.subscribe((now, before) => {
    const exchanged = now.status === 'fetching' && before.status === 'ready'
    if (exchanged || (now.status === 'ready' && now.details.id !== by.id)) stop()
  })
}

/** What a stopped run has answered is checked, too, behind everything else. */
async function checkStopped(services: BatchServices): Promise<void> {
  const { table, model: classifier } = services
  // Another model can say nothing about these answers.
  if (modelInUse(classifier) === null || otherModel(classifier) !== null) return
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
