import { toProblem, UndertoneError } from '../../domain/errors.ts'
import { isDeath } from './isDeath.ts'
import type { Member } from './member.ts'
import type { Members } from './members.ts'
import type { Task } from './poolTask.ts'
import type { TaskQueue } from './taskQueue.ts'

/**
 * Units at a worker: one that it reads and one that waits there, so that it never waits for the page, whose main thread may
 * be busy drawing.
 */
const AHEAD = 2

export interface HandOutOptions {
  members: Members
  queue: TaskQueue
  /** How often a unit is handed out before it is rejected with what the last worker died of. */
  attempts: number
  /** A worker read texts of `cost` tokens in `ms` milliseconds. */
  onPace: (cost: number, ms: number) => void
}

/** Gives units of the queue to members that have room, and ends members too many; called whenever one of both changed. */
export type HandOut = () => void

export function createHandOut({ members, queue, attempts, onPace }: HandOutOptions): HandOut {
  const tooMany = (): boolean => members.all().length > members.wanted()

  /** A second unit only to those that have one when everyone has: the last units of a batch are shared. */
  function handOut(): void {
    for (const member of members.all()) if (member.out === 0 && tooMany()) members.retire(member)
    for (let depth = 1; depth <= AHEAD; depth += 1) {
      for (const member of members.all()) {
        if (member.out >= depth || tooMany()) continue
        const task = queue.next()
        if (task === undefined) return
        void run(member, task)
      }
    }
  }

  async function run(member: Member, task: Task): Promise<void> {
    const { texts, signal, cost } = task
    member.out += 1
    const startedAt = performance.now()
    try {
      const answers = await member.worker.remote.call('classify', { texts }, { signal })
      const now = performance.now()
      onPace(cost, now - Math.max(startedAt, member.answeredAt))
      member.answeredAt = now
      task.resolve(answers)
    } catch (reason) {
      if (members.closed() !== null || !isDeath(reason)) task.reject(members.closed() ?? reason)
      else again(member, task, reason)
    }
    member.out -= 1
    handOut()
  }

  /** After a trap the runtime's memory may be damaged: whatever threw, the worker is done. */
  function again(member: Member, task: Task, reason: unknown): void {
    const { code, message } = toProblem(reason)
    if (code === 'out-of-memory') members.want(members.wanted() - 1)
    member.worker.terminate(new UndertoneError('worker-crashed', message))
    // Units come back in the order in which they were given: the first was being read, the others only waited.
    if (!member.blamed) task.attempts += 1
    member.blamed = true
    if (task.attempts >= attempts) task.reject(reason)
    else queue.putBack(task)
    members.bury(member, code)
  }

  return handOut
}
