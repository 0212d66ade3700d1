import type { Classifier } from '../../domain/classifier.ts'
import type { TextLogits } from '../../domain/decide.ts'
import { toProblem, UndertoneError, type ErrorCode } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import { abortReason } from '../../lib/abortReason.ts'
import { toError } from '../../lib/toError.ts'
import { tasksOf, type Task } from './poolTask.ts'
import type { LoadInput, LoadReport } from '../protocol.ts'
import type { InferenceWorker, Spawn } from './inferenceWorker.ts'

export interface PoolOptions {
  spawn: Spawn
  input: LoadInput
  /** Tokens that a worker is given at a time. */
  unitTokens: number
  /**
   * How often a unit is handed out, and a start tried, before it fails: a text that kills every worker must not kill
   * them forever.
   */
  attempts: number
  /** Deaths after which the pool gives up altogether; a restart may cost more than another backend. */
  maxDeaths: number
  /** Runs on every worker before it may answer; throws `model-disagrees` when the worker is not to be trusted. */
  prove: (ask: AskWorker) => Promise<void>
  events: PoolEvents
}

export interface PoolEvents {
  /** The number of working workers changed, replacements included. */
  onSize: (workers: number) => void
  /** A worker died and what it was reading is read again. */
  onDeath: (code: ErrorCode) => void
  /** No worker is left and none can be started; every call is rejected with `reason`. */
  onGone: (reason: Error) => void
  /** A worker read texts of `cost` tokens in `ms` milliseconds. */
  onPace: (cost: number, ms: number) => void
}

/** A few workers behind one `classify`. Order of answers = order of texts, whoever computed them. */
export interface Pool extends Pick<Classifier, 'classify'> {
  /**
   * Starts workers until there are `size`, or ends some after what they are reading; resolves to how many work.
   * Rejects only when none does.
   */
  resize(size: number): Promise<number>
  /** Only calls for a person are handed out until the returned function is called; what is being read goes on. */
  hold(): () => void
  /**
   * Runs `isSound` on every worker; one for which it answers false is ended and replaced, and what it was reading is
   * read again. Resolves to whether all were sound. A worker that dies meanwhile is replaced as always.
   */
  recheck(isSound: (ask: AskWorker) => Promise<boolean>): Promise<boolean>
  /** What the worker started last found out about the device; null before the first. */
  report(): LoadReport | null
  /** Ends all workers; what waits, and every later call, is rejected with `reason`. */
  close(reason: Error): void
}

/** Asks one worker, past the queue: for its proof, whatever waits. */
export type AskWorker = (texts: readonly string[]) => Promise<TextLogits[]>

/**
 * Units at a worker: one that it reads and one that waits there, so that it never waits for the page, whose main thread may
 * be busy drawing.
 */
const AHEAD = 2

interface Member {
  worker: InferenceWorker
  /** Units that it was given and has not answered. */
  out: number
  /** When it answered last. */
  answeredAt: number
  /** It died, and the unit that it was reading then was counted as tried. */
  blamed: boolean
}

export function createPool(options: PoolOptions): Pool {
  const { spawn, input, unitTokens, attempts, maxDeaths, prove, events } = options
  const members = new Set<Member>()
  const queue: Task[] = []
  let target = 0
  let starting: Promise<void> | null = null
  let newcomer: InferenceWorker | null = null
  let closed: Error | null = null
  let report: LoadReport | null = null
  let deaths = 0
  let holds = 0

  /** One at a time: each start copies the weights and compiles the runtime. */
  function start(): Promise<void> {
    starting ??= Promise.resolve()
      .then(fill)
      .catch((reason: unknown) => {
        giveUpWhenEmpty(reason)
        throw reason
      })
    return starting
  }

  /** Whoever waits is told by `giveUpWhenEmpty`. */
  function startUnasked(): void {
    start().catch(() => undefined)
  }

  async function fill(): Promise<void> {
    try {
      for (let failures = 0; closed === null && members.size < target;) {
        try {
          await startOne()
          failures = 0
        } catch (reason) {
          failures += 1
          if (failures < attempts && isDeath(reason)) continue
          if (members.size === 0) throw reason
          // A device that cannot feed one more worker goes on with those it has.
          target = members.size
        }
      }
    } finally {
      // In the same turn as the last look at `target`: whoever raises it later starts anew.
      starting = null
    }
  }

  async function startOne(): Promise<void> {
    const worker = spawn(() => bury(member, 'worker-crashed'))
    const member: Member = { worker, out: 0, answeredAt: 0, blamed: false }
    const { remote } = worker
    newcomer = worker
    try {
      report = await remote.call('load', input)
      await prove((texts) => remote.call('classify', { texts }))
    } catch (reason) {
      worker.terminate(new UndertoneError('worker-crashed', 'the worker could not start'))
      throw closed ?? reason
    } finally {
      newcomer = null
    }
    members.add(member)
    events.onSize(members.size)
    handOut()
  }

  /** A dead member, or one that is to die: what it reads is handed out again when its call is rejected. */
  function bury(member: Member, code: ErrorCode): void {
    if (!members.delete(member)) return
    events.onSize(members.size)
    if (closed !== null) return
    deaths += 1
    if (deaths > maxDeaths) {
      giveUp(new UndertoneError(code, `${deaths} workers died`))
      return
    }
    events.onDeath(code)
    startUnasked()
  }

  function giveUpWhenEmpty(reason: unknown): void {
    if (closed !== null || members.size > 0) return
    rejectAll(reason)
    events.onGone(toError(reason))
  }

  function giveUp(reason: Error): void {
    close(reason)
    events.onGone(reason)
  }

  function rejectAll(reason: unknown): void {
    for (const task of queue.splice(0)) task.reject(reason)
  }

  function close(reason: Error): void {
    if (closed !== null) return
    closed = reason
    newcomer?.terminate(reason)
    for (const { worker } of members) worker.terminate(reason)
    members.clear()
    rejectAll(reason)
  }

  /** A second unit only to those that have one when everyone has: the last units of a batch are shared. */
  function handOut(): void {
    for (const member of [...members]) if (member.out === 0 && members.size > target) retire(member)
    for (let depth = 1; depth <= AHEAD; depth += 1) {
      for (const member of members) {
        if (member.out >= depth || members.size > target) continue
        const task = nextTask()
        if (task === undefined) return
        void run(member, task)
      }
    }
  }

  /** What a person waits for stands at the front. What nobody waits for any more is passed over. */
  function nextTask(): Task | undefined {
    for (;;) {
      const task = holds === 0 || queue[0]?.for === 'person' ? queue.shift() : undefined
      if (task?.signal?.aborted !== true) return task
      task.reject(abortReason(task.signal))
    }
  }

  /** Nothing is lost: a member is retired only between units. */
  function retire(member: Member): void {
    members.delete(member)
    member.worker.terminate(new UndertoneError('worker-crashed', 'the worker was not needed any more'))
    events.onSize(members.size)
  }

  async function run(member: Member, task: Task): Promise<void> {
    const { texts, signal, cost } = task
    member.out += 1
    const givenAt = performance.now()
    try {
      const answers = await member.worker.remote.call('classify', { texts }, { signal })
      const now = performance.now()
      events.onPace(cost, now - Math.max(givenAt, member.answeredAt))
      member.answeredAt = now
      task.resolve(answers)
    } catch (reason) {
      if (closed !== null || !isDeath(reason)) task.reject(closed ?? reason)
      else again(member, task, reason)
    }
    member.out -= 1
    handOut()
  }

  /** After a trap the runtime's memory may be damaged: whatever threw, the worker is done. */
  function again(member: Member, task: Task, reason: unknown): void {
    const { code, message } = toProblem(reason)
    if (code === 'out-of-memory') target = Math.max(1, target - 1)
    member.worker.terminate(new UndertoneError('worker-crashed', message))
    // Units come back in the order in which they were given: the first was being read, the others only waited.
    if (!member.blamed) task.attempts += 1
    member.blamed = true
    if (task.attempts >= attempts) task.reject(reason)
    else queue.unshift(task)
    bury(member, code)
  }

  async function recheckOne(member: Member, isSound: (ask: AskWorker) => Promise<boolean>): Promise<boolean> {
    const { worker } = member
    let sound = true
    let message = 'its answers were wrong'
    try {
      sound = await isSound((texts) => worker.remote.call('classify', { texts }))
      if (sound) return true
    } catch (reason) {
      message = toProblem(reason).message
    }
    worker.terminate(new UndertoneError('worker-crashed', message))
    bury(member, sound ? 'worker-crashed' : 'model-disagrees')
    return sound
  }

  return {
    async classify(texts, options) {
      if (closed !== null) throw closed
      target = Math.max(1, target)
      const { tasks, answers } = tasksOf(texts, options, input.window, unitTokens)
      queue.splice(options.for === 'person' ? 0 : queue.length, 0, ...tasks)
      handOut()
      if (members.size === 0) startUnasked()
      return abortable(answers, options.signal)
    },
    async resize(size) {
      target = Math.max(1, size)
      handOut()
      await start()
      return members.size
    },
    hold() {
      holds += 1
      return () => {
        holds -= 1
        handOut()
      }
    },
    async recheck(isSound) {
      const sound = await Promise.all([...members].map((member) => recheckOne(member, isSound)))
      return sound.every(Boolean)
    },
    report: () => report,
    close,
  }
}

/** A cancelled call or a text the tokenizer refuses leaves the worker sound; anything else may not have. */
function isDeath(reason: unknown): boolean {
  const { code } = toProblem(reason)
  return code === 'worker-crashed' || code === 'out-of-memory' || code === 'internal' || code === 'gpu-lost'
}
