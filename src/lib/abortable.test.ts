import { describe, expect, it, vi } from 'vitest'
import { abortable } from './abortable.ts'

const never = new Promise<never>(() => undefined)
const broken = new Error('broken')
const stop = new DOMException('enough', 'AbortError')

describe('without an abort', () => {
  it.each([
    { what: 'no signal', signal: undefined },
    { what: 'a signal', signal: new AbortController().signal },
  ])('resolves as the promise does, with $what', async ({ signal }) => {
    expect(await abortable(Promise.resolve(7), signal)).toBe(7)
  })

  it.each([
    { what: 'no signal', signal: undefined },
    { what: 'a signal', signal: new AbortController().signal },
  ])('rejects as the promise does, with $what', async ({ signal }) => {
    await expect(abortable(Promise.reject(broken), signal)).rejects.toBe(broken)
  })

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    await abortable(Promise.resolve(), signal)
    await vi.waitFor(() => expect(removed).toHaveBeenCalledWith('abort', added.mock.calls[0]?.[1]))
  })
})

describe('aborted', () => {
  it('before: rejects with the reason', async () => {
    await expect(abortable(never, AbortSignal.abort(stop))).rejects.toBe(stop)
  })

  it('while waiting: rejects with the reason', async () => {
    const controller = new AbortController()
    const waiting = abortable(never, controller.signal)
    controller.abort(stop)
    await expect(waiting).rejects.toBe(stop)
  })

  it('after: keeps the answer', async () => {
    const controller = new AbortController()
    const waiting = abortable(Promise.resolve(7), controller.signal)
    expect(await waiting).toBe(7)
    controller.abort(stop)
    expect(await waiting).toBe(7)
  })

  it('drops a late failure without leaving it unhandled', async () => {
    const { promise, reject } = withReject()
    const waiting = abortable(promise, AbortSignal.abort(stop))
    reject(broken)
    await expect(waiting).rejects.toBe(stop)
  })
})

describe('what is no error', () => {
  /** As a program does that is not ours. */
  const throwing = async (): Promise<never> => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the case
    throw await Promise.resolve('broken')
  }

  it('is an abort when the signal was aborted with it', async () => {
    const waiting = abortable(never, AbortSignal.abort('enough'))
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError', message: 'enough' })
  })

  it('is an ordinary error when it was thrown', async () => {
    const waiting = abortable(throwing(), new AbortController().signal)
    await expect(waiting).rejects.toMatchObject({ name: 'Error', message: 'broken' })
  })
})

function withReject(): { promise: Promise<never>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined
  const promise = new Promise<never>((_, rejectPromise) => (reject = rejectPromise))
  return { promise, reject }
}
