import { Worker } from 'node:worker_threads'
import { fromFailure, UndertoneError } from '../../src/domain/errors.ts'
import type { Calls } from '../../src/inference/protocol.ts'
import { createRemote, type Remote } from '../../src/lib/remote.ts'
import { portOf } from './threadPort.ts'

/** An inference worker in a thread of Node. */
export interface Thread {
  remote: Remote<Calls>
  terminate(): Promise<void>
}

/** When it dies, its calls are rejected with `worker-crashed`. */
export function spawnThread(): Thread {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url))
  const remote = createRemote<Calls>(portOf(worker), fromFailure)
  const die = (message: string): void => remote.close(new UndertoneError('worker-crashed', message))
  worker.on('error', ({ message }) => die(message))
  worker.on('exit', (code) => die(`the worker ended with code ${code}`))
  return {
    remote,
    async terminate() {
      await worker.terminate()
    },
  }
}
