import { UndertoneError } from '../../domain/errors.ts'
import type { LoadInput, LoadReport } from '../protocol.ts'
import { askWorker, type AskWorker } from './askWorker.ts'
import type { InferenceWorker, Spawn } from './inferenceWorker.ts'

/** A worker with what the pool knows of it. */
export interface Member {
  worker: InferenceWorker
  /** Units that it was given and has not answered. */
  out: number
  /** When it answered last, as `performance.now()` tells it; 0 before it did. */
  answeredAt: number
  /** It died, and the unit that it was reading then was counted as tried. */
  blamed: boolean
}

export interface StartOptions {
  spawn: Spawn
  input: LoadInput
  /** Runs before it may answer; throws when it is not to be trusted. */
  prove: (ask: AskWorker) => Promise<void>
}

/**
 * Starts a worker. `proved` resolves when it may answer, to what it found out about the device; otherwise the worker
 * is ended and `proved` rejects with why. `onDeath` is called when it dies by itself, before or after that.
 */
export function startMember(
  { spawn, input, prove }: StartOptions,
  onDeath: (member: Member) => void,
): { member: Member; proved: Promise<LoadReport> } {
  const worker = spawn(() => onDeath(member))
  const member: Member = { worker, out: 0, answeredAt: 0, blamed: false }
  async function proveFirst(): Promise<LoadReport> {
    try {
      const report = await worker.remote.call('load', input)
      await prove(askWorker(worker))
      return report
    } catch (reason) {
      worker.terminate(new UndertoneError('worker-crashed', 'the worker could not start'))
      throw reason
    }
  }
  return { member, proved: proveFirst() }
}
