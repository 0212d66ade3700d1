import { describe, expect, it } from 'vitest'
import type { CallFor } from '../../domain/classifier.ts'
import type { Task } from './poolTask.ts'
import { createTaskQueue, type TaskQueue } from './taskQueue.ts'

/** A unit of one text; what it is rejected with lands in `rejected`. */
function task(
  callFor: CallFor,
  text: string,
  { signal, rejected = [] }: { signal?: AbortSignal; rejected?: unknown[] } = {},
): Task {
  return {
    texts: [text],
    cost: 1,
    attempts: 0,
    for: callFor,
    signal,
    resolve: () => undefined,
    reject: (reason) => void rejected.push(reason),
  }
}

const person = (text: string) => task('person', text)
const batch = (text: string) => task('batch', text)

/** Whatever comes out now, by its text. */
function out(queue: TaskQueue): string[] {
  const texts: string[] = []
  for (let next = queue.next(); next !== undefined; next = queue.next()) texts.push(...next.texts)
  return texts
}

describe('what comes out', () => {
  it.each([
    { what: 'units of one call, in order', calls: [[batch('a'), batch('b')]], order: ['a', 'b'] },
    { what: 'calls of a batch, in order', calls: [[batch('a')], [batch('b')]], order: ['a', 'b'] },
    {
      what: 'a call for a person before a batch',
      calls: [[batch('a')], [person('b'), person('c')], [batch('d')]],
      order: ['b', 'c', 'a', 'd'],
    },
    {
      what: 'the latest call for a person first',
      calls: [[person('a'), person('b')], [person('c')]],
      order: ['c', 'a', 'b'],
    },
  ])('is $what', ({ calls, order }) => {
    const queue = createTaskQueue()
    for (const call of calls) queue.add(call)
    expect(out(queue)).toEqual(order)
  })

  it('is a unit that was put back before others of its kind, and never before a person’s', () => {
    const queue = createTaskQueue()
    queue.add([batch('b')])
    queue.add([person('a')])
    queue.putBack(batch('again'))
    expect(out(queue)).toEqual(['a', 'again', 'b'])
  })

  it('is nothing that nobody waits for any more, which is rejected', () => {
    const queue = createTaskQueue()
    const reason = new DOMException('enough', 'AbortError')
    const rejected: unknown[] = []
    const aborted = task('batch', 'a', { signal: AbortSignal.abort(reason), rejected })
    queue.add([aborted, batch('b')])
    expect(out(queue)).toEqual(['b'])
    expect(rejected).toEqual([reason])
  })
})

it('keeps a batch back while it is held, also what was put back, and lets calls for a person out', () => {
  const queue = createTaskQueue()
  const release = queue.hold()
  queue.add([batch('b')])
  queue.add([person('a')])
  queue.putBack(batch('again'))
  expect(out(queue)).toEqual(['a'])
  release()
  expect(out(queue)).toEqual(['again', 'b'])
})

it('is empty after it rejected everything', () => {
  const queue = createTaskQueue()
  const rejected: unknown[] = []
  queue.add([task('person', 'a', { rejected })])
  queue.add([task('batch', 'b', { rejected })])
  queue.rejectAll('gone')
  expect(rejected).toEqual(['gone', 'gone'])
  expect(out(queue)).toEqual([])
})
