import { describe, expect, it } from 'vitest'
import type { Classifier } from '../../domain/classifier.ts'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { timeMix } from './timing.ts'

const never = new AbortController().signal
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Reads so many texts a second, and hears aborts at the end of a call only. */
function reader(msPerText: number): Pick<Classifier, 'classify'> & { calls: number[] } {
  const calls: number[] = []
  return {
    calls,
    classify: async (texts, { signal }) => {
      calls.push(texts.length)
      await pause(texts.length * msPerText)
      signal?.throwIfAborted()
      return texts.map(fakeLogits)
    },
  }
}

describe('timeMix', () => {
  it('is the speed of the largest call', async () => {
    const backend = reader(0.5)
    const speed = await timeMix(backend, 5_000, never)
    expect(backend.calls).toEqual([40, 200])
    expect(speed).toBeGreaterThan(1000)
    expect(speed).toBeLessThan(2100)
  })

  it('is that of the first call when the second takes too long', async () => {
    const speed = await timeMix(reader(2), 200, never)
    expect(speed).toBeGreaterThan(200)
    expect(speed).toBeLessThan(550)
  })

  it('is unknown when even the first takes too long', async () => {
    expect(await timeMix(reader(5), 50, never)).toBeNull()
  })

  it('ends at once when nobody wants to know any more', async () => {
    const controller = new AbortController()
    const heard: boolean[] = []
    const timed = timeMix(
      {
        classify: (_, { signal }) =>
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => {
              heard.push(true)
              reject(new DOMException('not wanted', 'AbortError'))
            })
          }),
      },
      60_000,
      controller.signal,
    )
    controller.abort(new Error('turned off'))
    await expect(timed).rejects.toThrow('turned off')
    expect(heard).toEqual([true])
    await expect(timeMix(reader(0), 60_000, controller.signal)).rejects.toThrow('turned off')
  })

  it('rejects with what went wrong', async () => {
    const broken = { classify: () => Promise.reject(new Error('lost')) }
    await expect(timeMix(broken, 50, never)).rejects.toThrow('lost')
  })
})
