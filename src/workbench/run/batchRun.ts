import { isAbort, toProblem } from '../../domain/errors.ts'
import { ALL_ROWS } from '../../domain/query.ts'
import { READING_RULE } from '../../domain/readingRule.ts'
import type { Model } from '../../inference/facade/model.ts'
import { abortable } from '../../lib/abortable.ts'
import { runBatch } from '../../pipeline/runBatch.ts'
import { checkAnswers, createUnchecked, type TakenBack } from '../../pipeline/unchecked.ts'
import type { TableClient } from '../../table/client.ts'
import type { RunProgress } from '../../table/protocol.ts'
import type { Questions } from '../ask/questions.ts'
import type { Tell } from '../state/events.ts'
import type { Report } from '../state/report.ts'
import { isUnderWay, type RunStatus } from '../state/runState.ts'
import type { Stores } from '../state/stores.ts'
import { modelInUse, otherModel } from './answeredBy.ts'
import { whenModelLeft } from './modelLeft.ts'
import { tellQuarters } from './quarters.ts'
import { remainingWork } from './remainingWork.ts'
import { repeat } from './repeat.ts'
import { addSample } from './speed.ts'

/** Pause between two looks at a running batch: twice a second is as much as can be read. */
const REFRESH_MS = 500

export interface BatchRun {
  /**
   * Classifies every row with text and without an answer; after a stop or a failure, a new call continues there. Answers
   * of another model are forgotten first, all of them; when no download holds them, only if `mayForget`, otherwise the
   * person is asked and nothing runs. Never rejects.
   */
  start: (mayForget?: boolean) => Promise<void>
  /** What is done stays done. Nothing happens when nothing runs. */
  stop: () => void
  /** Leaves the answers of the other model as they are, and runs nothing. */
  keepAnswers: () => void
}

export interface BatchRunContext {
  table: TableClient
  model: Model
  stores: Stores
  questions: Questions
  report: Report
  tell: Tell
}

export function createBatchRun(context: BatchRunContext): BatchRun {
  const { table, model, stores, questions, report, tell } = context
  const { run } = stores
  /** Answers that no check of the engine has covered yet; a stopped run leaves some. */
  let unchecked = createUnchecked()
  /** Stops what runs now. */
  let stopRunning: () => void = () => undefined

  function setStatus(status: RunStatus): void {
    run.setState({ run: status })
  }

  function showProgress(progress: RunProgress): void {
    const { run: before } = run.getState()
    const samples = before.status === 'running' ? before.samples : []
    const sample = { at: performance.now(), done: progress.done }
    run.setState({
      run: { status: 'running', progress, samples: addSample(samples, sample) },
      saved: false,
    })
  }

  function showTakenBack({ forgotten, progress }: TakenBack): void {
    const { run: now, takenBack } = run.getState()
    run.setState({ takenBack: takenBack + forgotten })
    if (now.status === 'running') showProgress(progress)
    if (now.status === 'stopped') setStatus({ status: 'stopped', progress })
    tell({ kind: 'taken-back', rows: forgotten })
  }

  async function forgetAnswers(): Promise<void> {
    unchecked = createUnchecked()
    await table.forgetAll(null)
    run.setState({ saved: true })
    stores.results.setState({ detailOpen: false })
  }

  /** What a stopped run has answered is checked, too, behind everything else. */
  async function checkStopped(): Promise<void> {
    // Another model can say nothing about these answers.
    if (modelInUse(model) === null || otherModel(run.getState(), model) !== null) return
    try {
      const sound = await checkAnswers({ table, classifier: model, unchecked, onTakenBack: showTakenBack })
      if (!sound) await questions.refresh()
    } catch {
      // The model or the data worker failed, which the page tells; the answers are checked in the next run.
    }
  }

  /** False when a person has to be asked first. */
  async function makeRoom(mayForget: boolean): Promise<boolean> {
    if (otherModel(run.getState(), model) === null) return true
    if (!mayForget && !run.getState().saved) return false
    await forgetAnswers()
    return true
  }

  return {
    async start(mayForget = false) {
      const { run: before } = run.getState()
      if (isUnderWay(before)) return
      const controller = new AbortController()
      const { signal } = controller
      const startedAt = performance.now()
      let reached: RunProgress | null = null
      const stop = (): void => {
        controller.abort()
        // At once, whatever is still on its way: a person has waited for the button to work.
        setStatus({ status: 'stopped', progress: reached })
        tell({ kind: 'run-stopped' })
      }
      stopRunning = stop
      stores.file.setState({ problem: null })
      run.setState({ run: { status: 'starting' }, takenBack: 0, askingToForget: false })
      const tellQuarter = tellQuarters(tell)
      const stopRefreshing = repeat(questions.refresh, REFRESH_MS)
      let leaveModel: () => void = () => undefined
      try {
        const calibration = await abortable(model.calibration(), signal)
        const by = modelInUse(model)
        if (by === null) throw new DOMException('another model was chosen', 'AbortError')
        if (!(await makeRoom(mayForget))) {
          run.setState({ run: before, askingToForget: true })
          return
        }
        tell({ kind: 'run-started' })
        leaveModel = whenModelLeft(model, by, stop)
        run.setState({ answeredBy: by })
        await table.useModel({ id: by.id, rule: READING_RULE, calibration })
        await abortable(model.prepareBatch(remainingWork(stores)), signal)
        await runBatch({
          table,
          classifier: model,
          unchecked,
          signal,
          onProgress: (progress) => {
            if (signal.aborted) return
            reached = progress
            showProgress(progress)
            tellQuarter(progress)
          },
          onTakenBack: showTakenBack,
        })
        const { classified, unreadable } = await table.summary({ query: ALL_ROWS }, { signal })
        setStatus({ status: 'done', unreadable, ms: performance.now() - startedAt })
        tell({ kind: 'run-done', classified, unreadable })
      } catch (error) {
        const problem = toProblem(error)
        // Nobody pressed Stop: another model was chosen between two steps.
        if (isAbort(error) && !signal.aborted) stop()
        if (problem.code === 'table-lost') unchecked = createUnchecked()
        if (signal.aborted) void checkStopped()
        else if (problem.code === 'table-lost') report(error)
        else setStatus({ status: 'failed', problem })
      } finally {
        leaveModel()
        stopRefreshing()
        await questions.refresh()
      }
    },
    stop() {
      if (isUnderWay(run.getState().run)) stopRunning()
    },
    keepAnswers: () => run.setState({ askingToForget: false }),
  }
}
