import { describe, expect, it, vi } from 'vitest'
import { createSharedWork } from './sharedWork.ts'

/** Work that ends when told to, and rejects when it is aborted. */
function work(): { start: (signal: AbortSignal) => Promise<string>; end: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined
  let reject: (reason: Error) => void = () => undefined
  const promise = new Promise<string>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return {
    start: (signal) => {
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      return promise
    },
    end: (value) => resolve(value),
  }
}

describe('work that several wait for', () => {
  it('is done once for all that ask while it runs, and again later', async () => {
    const shared = createSharedWork<string>()
    const start = vi.fn(() => Promise.resolve('done'))
    expect(await Promise.all([shared.ask('a', start), shared.ask('a', start)])).toEqual(['done', 'done'])
    expect(start).toHaveBeenCalledTimes(1)
    await shared.ask('a', start)
    expect(start).toHaveBeenCalledTimes(2)
  })

  it('is another one under another key', async () => {
    const shared = createSharedWork<string>()
    const both = [shared.ask('a', () => Promise.resolve('A')), shared.ask('b', () => Promise.resolve('B'))]
    expect(await Promise.all(both)).toEqual(['A', 'B'])
  })

  it('goes on for the others when one gives up, and is aborted when nobody waits', async () => {
    const shared = createSharedWork<string>()
    const { start, end } = work()
    const aborted = vi.fn()
    const first = new AbortController()
    const asked = (signal: AbortSignal): Promise<string> => {
      signal.addEventListener('abort', aborted)
      return start(signal)
    }
    const [one, two] = [shared.ask('a', asked, first.signal), shared.ask('a', asked)]
    first.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect(aborted).not.toHaveBeenCalled()
    end('done')
    expect(await two).toBe('done')
  })

  it('is aborted when the last one gives up, and begins anew for the next', async () => {
    const shared = createSharedWork<string>()
    const controller = new AbortController()
    const one = shared.ask('a', work().start, controller.signal)
    controller.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect(await shared.ask('a', () => Promise.resolve('anew'))).toBe('anew')
  })

  it('fails for everyone, and begins anew after that', async () => {
    const shared = createSharedWork<string>()
    const fail = (): Promise<string> => Promise.reject(new Error('no'))
    const asked = await Promise.allSettled([shared.ask('a', fail), shared.ask('a', fail)])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await shared.ask('a', () => Promise.resolve('fine'))).toBe('fine')
  })

  it('is not begun for a signal that is aborted', async () => {
    const start = vi.fn(() => Promise.resolve(''))
    const signal = AbortSignal.abort()
    await expect(createSharedWork<string>().ask('a', start, signal)).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(start).not.toHaveBeenCalled()
  })
})
