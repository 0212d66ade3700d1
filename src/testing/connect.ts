import { fromFailure, toProblem, UndertoneError } from '../domain/errors.ts'
import type { InferenceWorker, Spawn } from '../inference/spawn.ts'
import type { Calls } from '../inference/protocol.ts'
import type { Engine } from '../inference/worker/engine.ts'
import { handlers } from '../inference/worker/handlers.ts'
import { createRemote } from '../lib/remote.ts'
import { serve } from '../lib/serve.ts'

/** An inference worker over a real MessageChannel whose engine is `engine`; `kill` makes it die as a crash would. */
export interface TestWorker extends InferenceWorker {
  kill(): void
  terminated: boolean
}

export function connectWorker(engine: Engine, onDeath: () => void = () => undefined): TestWorker {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  serve<Calls>(port2, handlers(engine), toProblem)
  const remote = createRemote<Calls>(port1, fromFailure)
  const worker: TestWorker = {
    remote,
    terminated: false,
    terminate(reason) {
      worker.terminated = true
      port1.close()
      port2.close()
      remote.close(reason)
    },
    kill() {
      const reason = new UndertoneError('worker-crashed', 'killed by the test')
      worker.terminate(reason)
      onDeath()
    },
  }
  return worker
}

/** Spawns workers on engines made by `makeEngine` (called with 0, 1, 2, …) and remembers them. */
export function testSpawn(makeEngine: (index: number) => Engine): { spawn: Spawn; workers: TestWorker[] } {
  const workers: TestWorker[] = []
  return {
    workers,
    spawn: (onDeath) => {
      const worker = connectWorker(makeEngine(workers.length), onDeath)
      workers.push(worker)
      return worker
    },
  }
}
