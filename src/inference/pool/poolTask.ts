import type { TextWindow } from '../../domain/calibration.ts'
import type { CallFor, ClassifyOptions } from '../../domain/classifier.ts'
import type { TextLogits } from '../../domain/decide.ts'
import { distinct } from './distinct.ts'
import { textCost } from './textCost.ts'
import { cutUnits } from './units.ts'

/** A unit of a call: what a worker reads at a time. */
export interface Task {
  texts: readonly string[]
  /** In tokens, estimated. */
  cost: number
  /** How often it was handed out. */
  attempts: number
  signal: AbortSignal | undefined
  /** Whoever waits for it; what a person waits for is handed out first. */
  for: CallFor
  resolve(answers: TextLogits[]): void
  reject(reason: unknown): void
}

export interface CallTasks {
  tasks: Task[]
  /** Answers in the order of the call's texts, once every task is done; rejects as soon as one is rejected. */
  answers: Promise<TextLogits[]>
}

/** A call as tasks of at most `budget` tokens each. A text that stands in it twice is read once. */
export function tasksOf(
  texts: readonly string[],
  { for: callFor, signal }: ClassifyOptions,
  window: TextWindow,
  budget: number,
): CallTasks {
  const { texts: once, positions } = distinct(texts)
  const costs = once.map(({ length }) => textCost(length, window))
  const tasks: Task[] = []
  const parts = cutUnits(costs, budget).map(
    ({ from, to }) =>
      new Promise<TextLogits[]>((resolve, reject) => {
        const cost = costs.slice(from, to).reduce((sum, value) => sum + value, 0)
        tasks.push({ texts: once.slice(from, to), cost, attempts: 0, for: callFor, signal, resolve, reject })
      }),
  )
  return { tasks, answers: Promise.all(parts).then((units) => inOrder(units.flat(), positions)) }
}

function inOrder(answers: readonly TextLogits[], positions: readonly number[]): TextLogits[] {
  return positions.map((position) => {
    const answer = answers[position]
    if (answer === undefined) throw new RangeError(`no answer for text ${position} of a call`)
    return answer
  })
}
