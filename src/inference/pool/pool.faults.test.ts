import { describe, expect, it, vi } from 'vitest'
import { toProblem, UndertoneError } from '../../domain/errors.ts'
import { fakeLogits } from '../../testing/fakeEngine.ts'
import { codeOf, INPUT, testPool, TEXTS } from '../../testing/testPool.ts'
import { textCost } from './textCost.ts'

describe('crash', () => {
  it('replaces a killed worker and does its work again', async () => {
    let killed = false
    const { pool, workers } = testPool(() => ({
      onText: (text) => {
        if (text.length === 40 && !killed) {
          killed = true
          workers.find(({ terminated }) => !terminated)?.kill()
        }
      },
    }))
    await pool.resize(2)
    expect(await pool.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(workers.length).toBeGreaterThan(2)
  })

  it('loses nothing when workers die at random moments', async () => {
    const { pool, workers } = testPool()
    await pool.resize(2)
    const texts = Array.from({ length: 1500 }, (_, index) => `${index} text`)
    const killer = setInterval(() => {
      const alive = workers.filter(({ terminated }) => !terminated)
      alive[Math.floor(Math.random() * alive.length)]?.kill()
    }, 7)
    // In calls of 32, as the conveyor makes them; a unit may die twice but hardly three times in 7 ms steps.
    const answers = await Promise.all(
      Array.from({ length: 47 }, (_, call) =>
        retrying(() => pool.classify(texts.slice(call * 32, call * 32 + 32), { for: 'batch' })),
      ),
    )
    clearInterval(killer)
    expect(answers.flat()).toEqual(texts.map(fakeLogits))
  })

  it('counts failed starts anew after one that worked', async () => {
    // Two of three starts fail, for each of three workers.
    const { pool, workers } = testPool((index) => ({
      onLoad: () => {
        if (index % 3 < 2) workers[index]?.kill()
      },
    }))
    expect(await pool.resize(3)).toBe(3)
    expect(workers).toHaveLength(9)
  })

  it('gives up on a text that kills every worker, and answers the others', async () => {
    const { pool, workers } = testPool(() => ({
      onText: (text) => {
        if (text === 'poison') workers.find(({ terminated }) => !terminated)?.kill()
      },
    }))
    await pool.resize(1)
    expect(await codeOf(pool.classify(['poison'], { for: 'person' }))).toBe('worker-crashed')
    expect(await pool.classify(['fine'], { for: 'person' })).toEqual([fakeLogits('fine')])
    expect(workers).toHaveLength(4)
  })

  it('does not blame what only waited at a worker that died', async () => {
    const { pool, workers } = testPool(
      () => ({
        onText: (text) => {
          if (text === 'poison') workers.find(({ terminated }) => !terminated)?.kill()
        },
      }),
      { attempts: 1 },
    )
    await pool.resize(1)
    const poisoned = codeOf(pool.classify(['poison'], { for: 'person' }))
    expect(await pool.classify(['innocent', 'as well'], { for: 'batch' })).toEqual(
      ['innocent', 'as well'].map(fakeLogits),
    )
    expect(await poisoned).toBe('worker-crashed')
  })

  it('replaces a worker whose runtime trapped', async () => {
    let trapped = false
    const { pool, workers } = testPool(() => ({
      onText: () => {
        if (trapped) return
        trapped = true
        throw new Error('unreachable executed')
      },
    }))
    await pool.resize(1)
    expect(await pool.classify(['again'], { for: 'person' })).toEqual([fakeLogits('again')])
    expect(workers).toHaveLength(2)
  })

  it('goes on with fewer workers when memory runs out', async () => {
    let failed = false
    const { pool, sizes } = testPool(() => ({
      onText: () => {
        if (failed) return
        failed = true
        throw new RangeError('WebAssembly.Memory(): could not allocate memory')
      },
    }))
    await pool.resize(2)
    expect(await pool.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(sizes.at(-1)).toBe(1)
  })
})

describe('what it tells', () => {
  it('of a worker that died: why, once a death', async () => {
    const { pool, workers, deaths } = testPool()
    await pool.resize(2)
    workers[0]?.kill()
    await vi.waitFor(() => expect(workers).toHaveLength(3))
    expect(deaths).toEqual(['worker-crashed'])
  })

  it('of memory that ran out', async () => {
    let failed = false
    const onText = (): void => {
      if (failed) return
      failed = true
      throw new RangeError('out of memory')
    }
    const { pool, deaths } = testPool(() => ({ onText }))
    await pool.resize(2)
    await pool.classify(TEXTS, { for: 'batch' })
    expect(deaths).toEqual(['out-of-memory'])
  })

  it('of every unit what it cost', async () => {
    const { pool, paces } = testPool()
    await pool.classify(TEXTS, { for: 'batch' })
    const all = TEXTS.reduce((sum, { length }) => sum + textCost(length, INPUT.window), 0)
    expect(paces.reduce((sum, cost) => sum + cost, 0)).toBe(all)
    expect(paces.length).toBeGreaterThan(1)
  })

  it('when no worker is left and none starts', async () => {
    let broken = false
    const { pool, workers, gone } = testPool(() => ({
      onLoad: () => {
        if (broken) throw new RangeError('out of memory')
      },
    }))
    await pool.resize(1)
    broken = true
    const answers = pool.classify(TEXTS, { for: 'batch' })
    workers[0]?.kill()
    expect(await codeOf(answers)).toBe('out-of-memory')
    expect(gone.map((reason) => toProblem(reason).code)).toEqual(['out-of-memory'])
  })
})

describe('a pool whose restarts are not worth it', () => {
  it('reads again after its first death, and gives up at the second', async () => {
    const { pool, workers, gone } = testPool(() => ({}), { maxDeaths: 1 })
    await pool.resize(1)
    const first = pool.classify(TEXTS, { for: 'batch' })
    workers[0]?.kill()
    expect(await first).toEqual(TEXTS.map(fakeLogits))
    const second = pool.classify(TEXTS, { for: 'batch' })
    workers[1]?.kill()
    expect(await codeOf(second)).toBe('worker-crashed')
    expect(gone).toHaveLength(1)
    expect(workers).toHaveLength(2)
    expect(await codeOf(pool.classify(['later'], { for: 'person' }))).toBe('worker-crashed')
  })

  it('takes a lost device for a death', async () => {
    let lost = true
    const { pool, workers, deaths } = testPool(
      () => ({
        onText: () => {
          if (!lost) return
          lost = false
          throw new UndertoneError('gpu-lost', 'the device is gone')
        },
      }),
      { maxDeaths: 1 },
    )
    await pool.resize(1)
    expect(await pool.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(deaths).toEqual(['gpu-lost'])
    expect(workers).toHaveLength(2)
  })
})

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (toProblem(error).code !== 'worker-crashed') throw error
    }
  }
}
