import { fromFailure, toProblem, UndertoneError } from '../domain/errors.ts'
import type { InferenceWorker, Spawn } from '../inference/pool/inferenceWorker.ts'
import type { Calls } from '../inference/protocol.ts'
import type { Engine } from '../inference/worker/engine.ts'
import { handlers } from '../inference/worker/handlers.ts'
import { createRemote } from '../lib/remote.ts'
import { serve } from '../lib/serve.ts'
import { watch } from '../lib/watchdog.ts'

/** An inference worker over a real MessageChannel whose engine is `engine`. */
export interface TestWorker extends InferenceWorker {
  /** It dies as a crash would: the page hears of it. */
  kill(): void
  /** It answers nothing any more, and nobody is told: only a watchdog notices. */
  vanish(): void
  terminated: boolean
}

/** A watchdog for tests: what takes 15 s in a browser takes 300 ms, long enough for a busy machine. */
const PATIENCE = { pingEveryMs: 5, deadAfterMs: 300 }

export function connectWorker(
  engine: Engine,
  onDeath: () => void = () => undefined,
  watched = false,
): TestWorker {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  serve<Calls>(port2, handlers(engine), toProblem)
  const remote = createRemote<Calls>(port1, fromFailure)
  const stopWatching = watched ? watch(remote, () => worker.kill(), PATIENCE) : () => undefined
  const worker: TestWorker = {
    remote,
    terminated: false,
    vanish: () => port2.close(),
    terminate(reason) {
      worker.terminated = true
      stopWatching()
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
export function testSpawn(
  makeEngine: (index: number) => Engine,
  watched = false,
): { spawn: Spawn; workers: TestWorker[] } {
  const workers: TestWorker[] = []
  return {
    workers,
    spawn: (onDeath) => {
      const worker = connectWorker(makeEngine(workers.length), onDeath, watched)
      workers.push(worker)
      return worker
    },
  }
}
