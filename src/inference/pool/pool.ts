import type { Classifier } from '../../domain/classifier.ts'
import type { ErrorCode } from '../../domain/errors.ts'
import { abortable } from '../../lib/abortable.ts'
import type { LoadInput, LoadReport } from '../protocol.ts'
import type { AskWorker } from './askWorker.ts'
import { createHandOut } from './handOut.ts'
import type { Spawn } from './inferenceWorker.ts'
import { createMembers } from './members.ts'
import { tasksOf } from './poolTask.ts'
import { recheckMembers, type IsSound } from './recheckMembers.ts'
import { createTaskQueue } from './taskQueue.ts'

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
  recheck(isSound: IsSound): Promise<boolean>
  /** What the worker started last found out about the device; null before the first. */
  report(): LoadReport | null
  /** Ends all workers; what waits, and every later call, is rejected with `reason`. */
  close(reason: Error): void
}

export function createPool({ unitTokens, events, ...options }: PoolOptions): Pool {
  const queue = createTaskQueue()
  const members = createMembers({
    ...options,
    ...events,
    onJoined: () => handOut(),
    onNobody: (reason) => queue.rejectAll(reason),
  })
  const handOut = createHandOut({ members, queue, attempts: options.attempts, onPace: events.onPace })

  return {
    async classify(texts, callOptions) {
      const closed = members.closed()
      if (closed !== null) throw closed
      members.want(members.wanted())
      const { tasks, answers } = tasksOf(texts, callOptions, options.input.window, unitTokens)
      queue.add(tasks)
      handOut()
      if (members.all().length === 0) members.startUnasked()
      return abortable(answers, callOptions.signal)
    },
    async resize(size) {
      members.want(size)
      handOut()
      await members.start()
      return members.all().length
    },
    hold() {
      const release = queue.hold()
      return () => {
        release()
        handOut()
      }
    },
    recheck: (isSound) => recheckMembers(members, isSound),
    report: () => members.report(),
    close: (reason) => members.close(reason),
  }
}
