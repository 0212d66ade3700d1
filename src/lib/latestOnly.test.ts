import { expect, it } from 'vitest'
import { latestOnly } from './latestOnly.ts'

it('gives a signal that is alive', () => {
  expect(latestOnly()().aborted).toBe(false)
})

it('aborts the signal before when the next is asked for', () => {
  const next = latestOnly()
  const first = next()
  const second = next()
  expect([first.aborted, second.aborted]).toEqual([true, false])
})

it('keeps sources apart', () => {
  const first = latestOnly()()
  latestOnly()()
  expect(first.aborted).toBe(false)
})
