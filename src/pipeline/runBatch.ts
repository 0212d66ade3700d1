import type { BatchClassifier } from '../domain/classifier.ts'
import { UndertoneError } from '../domain/errors.ts'
import { abortable } from '../lib/abortable.ts'
import { abortReason } from '../lib/abortReason.ts'
import { toError } from '../lib/toError.ts'
import type { BatchProgress } from './batchTable.ts'
import { createChunkReader } from './chunkReader.ts'
import { checkAnswers, type CheckOptions } from './unchecked.ts'

/**
 * `unchecked`: what earlier runs left unchecked, and what this one leaves when it is stopped. `onTakenBack`: the engine
 * was found wrong.
 */
export interface BatchOptions extends CheckOptions {
  classifier: BatchClassifier
  signal: AbortSignal
  onProgress: (progress: BatchProgress) => void
}

/** Answers between two checks of the engine: what has to be done again when it was wrong. */
const CHECK_EVERY = 5000

/** An engine that fails so many checks one after the other, though each took something out of service, is given up. */
const MAX_FAILED_CHECKS = 3

/**
 * Classifies all rows of the table that have text and no answer, in file order, and stores their logits. At most as
 * many calls as the engine has appetite for are out at a time, and nothing is read from the file before: that is the
 * back-pressure. Every 5,000 answers and at the end, when no call is out, the engine is checked; answers of one that
 * was wrong are taken back and done again.
 * Rejects with the signal's reason when stopped and with what stopped it otherwise; what was recorded stays, and a
 * later run continues there.
 */
export async function runBatch(options: BatchOptions): Promise<void> {
  // One call that fails ends the others; the first to fail says why.
  const failure = new AbortController()
  try {
    await run(options, failure)
  } catch (error) {
    failure.abort(toError(error))
    throw abortReason(failure.signal)
  }
}

async function run(options: BatchOptions, failure: AbortController): Promise<void> {
  const signal = AbortSignal.any([options.signal, failure.signal])
  const pass = createPass({ ...options, signal }, (error) => failure.abort(toError(error)))
  for (let failedChecks = 0; failedChecks < MAX_FAILED_CHECKS;) {
    const finished = await pass()
    if (!(await abortable(checkAnswers(options), signal))) failedChecks += 1
    else if (finished) return
    else failedChecks = 0
  }
  throw new UndertoneError('model-disagrees', `${MAX_FAILED_CHECKS} checks in a row failed during a run`)
}

/** Goes through the file from the top, to its end or until a check is due; true when nothing was left to hand out. */
function createPass(options: BatchOptions, onFailure: (error: unknown) => void): () => Promise<boolean> {
  const { table, classifier, unchecked, signal } = options
  let done = 0
  const onProgress = (progress: BatchProgress): void => {
    if (progress.done !== done) options.onProgress(progress)
    done = progress.done
  }
  const read = createChunkReader({ ...options, onProgress })
  const out = new Set<Promise<void>>()

  /** Asks again whenever a call comes back: the appetite may have grown meanwhile. */
  async function fewerThan(calls: () => number): Promise<void> {
    while (out.size >= Math.max(1, calls())) await abortable(Promise.race(out), signal)
  }

  return async function pass() {
    let nothingLeft = true
    let from: number | null = 0
    while (from !== null && unchecked.size < CHECK_EVERY) {
      await fewerThan(() => classifier.appetite().calls)
      const chunk = await table.pending({ from, limit: classifier.appetite().texts }, { signal })
      from = chunk.next
      onProgress(chunk.progress)
      if (chunk.rows.length === 0) continue
      nothingLeft = false
      const call: Promise<void> = read(chunk)
        .catch(onFailure)
        .finally(() => out.delete(call))
      out.add(call)
    }
    await fewerThan(() => 1)
    if (signal.aborted) throw abortReason(signal)
    return nothingLeft && from === null
  }
}
