import type { TextLogits } from '../domain/decide.ts'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { abortable } from '../lib/abortable.ts'
import type { LoadInput } from './protocol.ts'
import type { InferenceWorker, Spawn } from './spawn.ts'
import { cutUnits, type Unit } from './units.ts'

export interface PoolOptions {
  spawn: Spawn
  input: LoadInput
  /** Runs on every worker before it may answer; throws `model-disagrees` when the worker is not to be trusted. */
  prove: (classify: Classify) => Promise<void>
  /** Called when the number of working workers changes, replacements included. */
  onSize: (workers: number) => void
}

/** A few workers behind one `classify`. Order of answers = order of texts, whoever computed them. */
export interface Pool {
  classify(texts: readonly string[], options: { signal?: AbortSignal | undefined }): Promise<TextLogits[]>
  /** Starts workers until there are `size`; resolves to how many work. Rejects only when none does. */
  grow(size: number): Promise<number>
  /**
   * Runs `isSound` on every worker; one for which it answers false is ended and replaced, and what it was reading is
   * read again. Resolves to whether all were sound. A worker that dies meanwhile is replaced as always.
   */
  recheck(isSound: (classify: Classify) => Promise<boolean>): Promise<boolean>
  /** Ends all workers; what waits is rejected with `reason`. */
  close(reason: Error): void
}

export type Classify = (texts: readonly string[]) => Promise<TextLogits[]>

/** A unit is handed out this often before its call fails: a text that kills every worker must not kill them forever. */
const MAX_ATTEMPTS = 3

interface Task {
  texts: readonly string[]
  unit: Unit
  attempts: number
  signal: AbortSignal | undefined
  resolve(answers: TextLogits[]): void
  reject(reason: unknown): void
}

interface Member {
  worker: InferenceWorker
  busy: boolean
}

export function createPool({ spawn, input, prove, onSize }: PoolOptions): Pool {
  const members = new Set<Member>()
  const queue: Task[] = []
  let target = 0
  let starting: Promise<void> | null = null
  let closed: Error | null = null

  /** One at a time: each start copies the weights and compiles the runtime. */
  function start(): Promise<void> {
    starting ??= fill().finally(() => (starting = null))
    return starting
  }

  async function fill(): Promise<void> {
    for (let failures = 0; closed === null && members.size < target;) {
      try {
        await startOne()
      } catch (reason) {
        failures += 1
        if (failures < MAX_ATTEMPTS && isDeath(reason)) continue
        if (members.size === 0) throw reason
        // A device that cannot feed one more worker goes on with those it has.
        target = members.size
      }
    }
  }

  async function startOne(): Promise<void> {
    const member: Member = { worker: spawn(() => bury(member)), busy: false }
    const { remote } = member.worker
    try {
      await remote.call('load', input)
      await prove((texts) => remote.call('classify', { texts }))
    } catch (reason) {
      member.worker.terminate(new UndertoneError('worker-crashed', 'the worker could not start'))
      throw reason
    }
    members.add(member)
    onSize(members.size)
    handOut()
  }

  function bury(member: Member): void {
    if (!members.delete(member)) return
    onSize(members.size)
    if (closed !== null) return
    start().catch(failAll)
  }

  function failAll(reason: unknown): void {
    if (members.size > 0) return
    for (const task of queue.splice(0)) task.reject(reason)
  }

  function handOut(): void {
    for (const member of members) {
      if (queue.length === 0) return
      if (!member.busy) void work(member)
    }
  }

  async function work(member: Member): Promise<void> {
    member.busy = true
    while (members.has(member)) {
      const task = queue.shift()
      if (task === undefined) break
      await run(member, task)
    }
    member.busy = false
  }

  async function run(member: Member, task: Task): Promise<void> {
    if (task.signal?.aborted === true) {
      task.reject(task.signal.reason)
      return
    }
    const texts = task.texts.slice(task.unit.from, task.unit.to)
    task.attempts += 1
    try {
      task.resolve(await member.worker.remote.call('classify', { texts }, { signal: task.signal }))
    } catch (reason) {
      if (closed !== null || !isDeath(reason)) {
        task.reject(closed ?? reason)
        return
      }
      // After a trap the runtime's memory may be damaged: whatever threw, the worker is done.
      const { code, message } = toProblem(reason)
      if (code === 'out-of-memory') target = Math.max(1, target - 1)
      member.worker.terminate(new UndertoneError('worker-crashed', message))
      if (task.attempts >= MAX_ATTEMPTS) task.reject(reason)
      else queue.unshift(task)
      bury(member)
      handOut()
    }
  }

  async function recheckOne(
    member: Member,
    isSound: (classify: Classify) => Promise<boolean>,
  ): Promise<boolean> {
    const { worker } = member
    try {
      if (await isSound((texts) => worker.remote.call('classify', { texts }))) return true
    } catch (reason) {
      if (!members.has(member)) return true
      worker.terminate(new UndertoneError('worker-crashed', toProblem(reason).message))
      bury(member)
      return true
    }
    worker.terminate(new UndertoneError('worker-crashed', 'its answers were wrong'))
    bury(member)
    return false
  }

  return {
    async classify(texts, { signal }) {
      if (closed !== null) throw closed
      const tasks = cutUnits(texts).map(
        (unit) =>
          new Promise<TextLogits[]>((resolve, reject) => {
            const task: Task = { texts, unit, attempts: 0, signal, resolve, reject }
            // Someone waits for a single text; a batch can wait for it.
            if (texts.length === 1) queue.unshift(task)
            else queue.push(task)
          }),
      )
      const answers = Promise.all(tasks)
      handOut()
      if (members.size === 0) start().catch(failAll)
      return (await abortable(answers, signal)).flat()
    },
    async grow(size) {
      target = Math.max(target, size)
      await start()
      return members.size
    },
    async recheck(isSound) {
      const sound = await Promise.all([...members].map((member) => recheckOne(member, isSound)))
      return sound.every(Boolean)
    },
    close(reason) {
      closed = reason
      for (const { worker } of members) worker.terminate(reason)
      members.clear()
      failAll(reason)
    },
  }
}

/** A cancelled call or a text the tokenizer refuses leaves the worker sound; anything else may not have. */
function isDeath(reason: unknown): boolean {
  const { code } = toProblem(reason)
  return code === 'worker-crashed' || code === 'out-of-memory' || code === 'internal'
}
