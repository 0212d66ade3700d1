import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pause } from './pause.ts'

const stop = new DOMException('enough', 'AbortError')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('lasts as long as it says, and leaves no listener on the signal', async () => {
  const { signal } = new AbortController()
  const added = vi.spyOn(signal, 'addEventListener')
  const removed = vi.spyOn(signal, 'removeEventListener')
  const done = vi.fn()
  void pause(100, signal).then(done)
  await vi.advanceTimersByTimeAsync(99)
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toHaveBeenCalledOnce()
  expect(removed).toHaveBeenCalledWith('abort', added.mock.calls[0]?.[1])
})

it('ends with the reason when it is aborted, and leaves no timer', async () => {
  const controller = new AbortController()
  const waiting = pause(100, controller.signal)
  controller.abort(stop)
  await expect(waiting).rejects.toBe(stop)
  expect(vi.getTimerCount()).toBe(0)
})

it('does not begin with a signal that is already aborted', async () => {
  await expect(pause(100, AbortSignal.abort(stop))).rejects.toBe(stop)
  expect(vi.getTimerCount()).toBe(0)
})

it('ends with an AbortError where the signal was aborted with something else', async () => {
  await expect(pause(100, AbortSignal.abort('enough'))).rejects.toMatchObject({
    name: 'AbortError',
    message: 'enough',
  })
})
