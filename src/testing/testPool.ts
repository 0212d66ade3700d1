import { toProblem, type ErrorCode } from '../domain/errors.ts'
import { createPool, type Pool, type PoolOptions } from '../inference/pool/pool.ts'
import type { LoadInput } from '../inference/protocol.ts'
import { testSpawn, type TestWorker } from './connect.ts'
import { fakeEngine, type FakeEngineOptions } from './fakeEngine.ts'

export const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 256, overlap: 64 },
  outputs: ['negative', 'neutral', 'positive'],
}
/** All different, of 1 to 100 characters. */
export const TEXTS = Array.from({ length: 100 }, (_, index) =>
  String.fromCharCode(97 + (index % 26)).repeat(index + 1),
)

/** A pool of fake engines over real MessageChannels, and what it told. */
export interface TestedPool {
  pool: Pool
  workers: TestWorker[]
  sizes: number[]
  deaths: ErrorCode[]
  gone: Error[]
  paces: number[]
}

type Engines = (index: number) => FakeEngineOptions

export function testPool(engine: Engines = () => ({}), change: Partial<PoolOptions> = {}): TestedPool {
  const { spawn, workers } = testSpawn((index) => fakeEngine(engine(index)))
  const heard: Omit<TestedPool, 'pool' | 'workers'> = { sizes: [], deaths: [], gone: [], paces: [] }
  const pool = createPool({
    spawn,
    input: INPUT,
    unitTokens: 440,
    attempts: 3,
    maxDeaths: Infinity,
    prove: () => Promise.resolve(),
    events: {
      onSize: (size) => heard.sizes.push(size),
      onDeath: (code) => heard.deaths.push(code),
      onGone: (reason) => heard.gone.push(reason),
      onPace: (cost) => heard.paces.push(cost),
    },
    ...change,
  })
  return { pool, workers, ...heard }
}

/** How a call ends: `resolved`, or the code of its error. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => toProblem(error).code,
  )
}
