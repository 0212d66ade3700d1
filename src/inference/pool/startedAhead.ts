import type { InferenceWorker, Spawn } from './inferenceWorker.ts'

/**
 * Starts one worker at once and hands it out to the first caller; later callers get fresh ones. A worker gets its runtime
 * ready while it waits, which takes as long as the page needs to find and check the model's files. One that dies before
 * anyone asked for it is forgotten.
 */
export function startedAhead(spawn: Spawn): Spawn {
  let onDeath = (): void => {
    waiting = null
  }
  let waiting: InferenceWorker | null = spawn(() => onDeath())
  return (onDeathOfMine) => {
    if (waiting === null) return spawn(onDeathOfMine)
    const worker = waiting
    waiting = null
    onDeath = onDeathOfMine
    return worker
  }
}
