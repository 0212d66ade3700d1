import { abortReason } from '../../lib/abortReason.ts'
import type { Task } from './poolTask.ts'

/** Units that wait for a worker: those of calls for a person before all others, the latest of these calls first. */
export interface TaskQueue {
  /** The units of one call, in order. */
  add(tasks: readonly Task[]): void
  /** A unit that was handed out in vain: the next one of its kind. */
  putBack(task: Task): void
  /** The unit to hand out now, if there is one. Units that nobody waits for any more are rejected and passed over. */
  next(): Task | undefined
  /** Only units of calls for a person come out until the returned function is called; it is called once. */
  hold(): () => void
  /** Empties it. */
  rejectAll(reason: unknown): void
}

export function createTaskQueue(): TaskQueue {
  const forPerson: Task[] = []
  const forBatch: Task[] = []
  let holds = 0
  const listOf = (task: Task): Task[] => (task.for === 'person' ? forPerson : forBatch)

  return {
    add(tasks) {
      forPerson.unshift(...tasks.filter((task) => task.for === 'person'))
      forBatch.push(...tasks.filter((task) => task.for === 'batch'))
    },
    putBack(task) {
      listOf(task).unshift(task)
    },
    next() {
      for (;;) {
        const task = forPerson.shift() ?? (holds === 0 ? forBatch.shift() : undefined)
        if (task?.signal?.aborted !== true) return task
        task.reject(abortReason(task.signal))
      }
    },
    hold() {
      holds += 1
      return () => {
        holds -= 1
      }
    },
    rejectAll(reason) {
      for (const task of [...forPerson.splice(0), ...forBatch.splice(0)]) task.reject(reason)
    },
  }
}
