import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tuneBatch } from './tuneBatch.ts'

const LIMIT = 256

/** A device whose runs take what `cost` says, in milliseconds of a clock that stands still otherwise. */
function device(cost: (windows: number, tokens: number) => number) {
  const runs: [number, number][] = []
  return {
    runs,
    run: (windows: number, tokens: number): Promise<void> => {
      runs.push([windows, tokens])
      vi.advanceTimersByTime(cost(windows, tokens))
      return Promise.resolve()
    },
  }
}

describe('tuneBatch', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it.each([
    { what: 'runs cost the same whatever is in them', cost: () => 5, tokens: 16_384 },
    {
      what: 'tokens cost the same in any batch',
      cost: (w: number, t: number) => (w * t) / 1000,
      tokens: 1_024,
    },
    {
      what: 'batches over 4,096 tokens gain nothing',
      cost: (w: number, t: number) => Math.max(10, (w * t) / 409.6),
      tokens: 4_096,
    },
    {
      what: 'batches over 2,048 tokens take too long for a cancel',
      cost: (w: number, t: number) => (w * t <= 2048 ? 50 : 200),
      tokens: 2_048,
    },
  ])('finds $tokens tokens where $what', async ({ cost, tokens }) => {
    expect(await tuneBatch(device(cost).run, LIMIT)).toBe(tokens)
  })

  it('gives a slow device one small run and the smallest batch', async () => {
    const { run, runs } = device((windows, tokens) => windows * tokens * 10)
    expect(await tuneBatch(run, LIMIT)).toBe(256)
    expect(runs).toEqual([[1, 8]])
  })

  it('does not take the first run of a size, which allocates, for its speed', async () => {
    const seen = new Set<string>()
    const { run } = device((windows, tokens) => {
      const size = `${windows} × ${tokens}`
      const ms = seen.has(size) ? 5 : 120
      seen.add(size)
      return tokens === 8 ? 5 : ms
    })
    expect(await tuneBatch(run, LIMIT)).toBe(16_384)
  })

  it('ends within two seconds', async () => {
    const started = performance.now()
    await tuneBatch(device((windows, tokens) => 40 + (windows * tokens) / 200).run, LIMIT)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('keeps to batches that the device can hold', async () => {
    const { run } = device(() => 5)
    const small = (windows: number, tokens: number): Promise<void> =>
      windows * tokens > 4_096 ? Promise.reject(new Error('buffer too large')) : run(windows, tokens)
    expect(await tuneBatch(small, LIMIT)).toBe(4_096)
  })

  it('tries the longest windows before it answers', async () => {
    const { run } = device(() => 5)
    const attention = (windows: number, tokens: number): Promise<void> =>
      windows * tokens * tokens > 600_000
        ? Promise.reject(new Error('buffer too large'))
        : run(windows, tokens)
    expect(await tuneBatch(attention, LIMIT)).toBe(2_048)
  })

  it('rejects for a device that fails at everything', async () => {
    await expect(tuneBatch(() => Promise.reject(new Error('lost')), LIMIT)).rejects.toThrow('lost')
  })
})
