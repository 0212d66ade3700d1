import { describe, expect, it, vi } from 'vitest'
import { toProblem } from '../domain/errors.ts'
import { connectWorker, testSpawn, type TestWorker } from '../testing/connect.ts'
import { fakeEngine, fakeLogits, type FakeEngineOptions } from '../testing/fakeEngine.ts'
import { createPool, type Classify, type Pool } from './pool.ts'
import type { LoadInput } from './protocol.ts'

const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 256, overlap: 64 },
  outputs: ['negative', 'neutral', 'positive'],
}
const TEXTS = Array.from({ length: 100 }, (_, index) =>
  String.fromCharCode(97 + (index % 26)).repeat(index + 1),
)

function testPool(engine: (index: number) => FakeEngineOptions = () => ({})): {
  pool: Pool
  workers: TestWorker[]
  sizes: number[]
} {
  const { spawn, workers } = testSpawn((index) => fakeEngine(engine(index)))
  const sizes: number[] = []
  const pool = createPool({
    spawn,
    input: INPUT,
    prove: () => Promise.resolve(),
    onSize: (size) => sizes.push(size),
  })
  return { pool, workers, sizes }
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'resolved',
    (error: unknown) => toProblem(error).code,
  )
}

describe('order', () => {
  it('answers in the order of the texts, whichever worker is slow', async () => {
    const { pool, workers } = testPool((index) => ({
      onText: async () => {
        if (index === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      },
    }))
    await pool.grow(3)
    expect(await pool.classify(TEXTS, {})).toEqual(TEXTS.map(fakeLogits))
    expect(workers).toHaveLength(3)
  })

  it('answers nothing for nothing', async () => {
    const { pool } = testPool()
    expect(await pool.classify([], {})).toEqual([])
  })

  it('takes a single text before a batch that waits', async () => {
    const seen: string[] = []
    const { pool } = testPool(() => ({ onText: (text) => void seen.push(text) }))
    await pool.grow(1)
    const batch = pool.classify(TEXTS, {})
    await pool.classify(['single'], {})
    expect(seen.length).toBeLessThan(TEXTS.length)
    await batch
  })
})

describe('abort', () => {
  it('rejects at once and leaves the worker usable', async () => {
    const { pool, workers } = testPool()
    await pool.grow(1)
    const controller = new AbortController()
    const answers = pool.classify(TEXTS, { signal: controller.signal })
    controller.abort()
    expect(await codeOf(answers)).toBe('aborted')
    expect(await pool.classify(['next'], {})).toEqual([fakeLogits('next')])
    expect(workers).toHaveLength(1)
  })

  it('stops the worker between texts', async () => {
    const controller = new AbortController()
    const seen: string[] = []
    const { pool } = testPool(() => ({
      onText: (text) => {
        seen.push(text)
        if (seen.length === 3) controller.abort()
      },
    }))
    await pool.grow(1)
    await codeOf(pool.classify(TEXTS, { signal: controller.signal }))
    await pool.classify(['after'], {})
    expect(seen.length).toBeLessThan(10)
  })
})

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
    await pool.grow(2)
    expect(await pool.classify(TEXTS, {})).toEqual(TEXTS.map(fakeLogits))
    expect(workers.length).toBeGreaterThan(2)
  })

  it('loses nothing when workers die at random moments', async () => {
    const { pool, workers } = testPool()
    await pool.grow(2)
    const texts = Array.from({ length: 1500 }, (_, index) => `${index} text`)
    const killer = setInterval(() => {
      const alive = workers.filter(({ terminated }) => !terminated)
      alive[Math.floor(Math.random() * alive.length)]?.kill()
    }, 7)
    // In calls of 32, as the conveyor makes them; a unit may die twice but hardly three times in 7 ms steps.
    const answers = await Promise.all(
      Array.from({ length: 47 }, (_, call) =>
        retrying(() => pool.classify(texts.slice(call * 32, call * 32 + 32), {})),
      ),
    )
    clearInterval(killer)
    expect(answers.flat()).toEqual(texts.map(fakeLogits))
  })

  it('gives up on a text that kills every worker, and answers the others', async () => {
    const { pool, workers } = testPool(() => ({
      onText: (text) => {
        if (text === 'poison') workers.find(({ terminated }) => !terminated)?.kill()
      },
    }))
    await pool.grow(1)
    expect(await codeOf(pool.classify(['poison'], {}))).toBe('worker-crashed')
    expect(await pool.classify(['fine'], {})).toEqual([fakeLogits('fine')])
    expect(workers).toHaveLength(4)
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
    await pool.grow(1)
    expect(await pool.classify(['again'], {})).toEqual([fakeLogits('again')])
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
    await pool.grow(2)
    expect(await pool.classify(TEXTS, {})).toEqual(TEXTS.map(fakeLogits))
    expect(sizes.at(-1)).toBe(1)
  })
})

describe('start', () => {
  it('tries a start again that crashed', async () => {
    const { pool, workers } = testPool((index) => ({
      onLoad: () => {
        if (index === 0) throw new Error('could not compile')
      },
    }))
    expect(await pool.grow(1)).toBe(1)
    expect(workers).toHaveLength(2)
  })

  it('rejects with the reason when no worker ever starts, and can be asked again', async () => {
    let broken = true
    const { pool } = testPool(() => ({
      onLoad: () => {
        if (broken) throw new RangeError('out of memory')
      },
    }))
    expect(await codeOf(pool.grow(1))).toBe('out-of-memory')
    broken = false
    expect(await pool.grow(1)).toBe(1)
  })

  it('works with those that started when more do not', async () => {
    const { pool } = testPool((index) => ({
      onLoad: () => {
        if (index > 0) throw new RangeError('out of memory')
      },
    }))
    expect(await pool.grow(3)).toBe(1)
    expect(await pool.classify(['one'], {})).toEqual([fakeLogits('one')])
  })

  it('does not use a worker that fails its proof', async () => {
    const { spawn, workers } = testSpawn(() => fakeEngine())
    const prove = vi.fn(() => Promise.reject(new Error('disagrees')))
    const pool = createPool({ spawn, input: INPUT, prove, onSize: () => undefined })
    await expect(pool.grow(1)).rejects.toThrow('disagrees')
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })
})

describe('close', () => {
  const reason = new DOMException('another model', 'AbortError')

  it.each([
    { what: 'a single text that a worker reads', texts: ['one'] },
    { what: 'many texts that wait', texts: TEXTS },
  ])('rejects $what with its reason, and every later call', async ({ texts }) => {
    const { pool, workers } = testPool()
    await pool.grow(1)
    const answers = pool.classify(texts, {})
    pool.close(reason)
    await expect(answers).rejects.toBe(reason)
    await expect(pool.classify(['later'], {})).rejects.toBe(reason)
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })
})

describe('recheck', () => {
  const isSound = async (classify: Classify): Promise<boolean> =>
    (await classify(['check']))[0]?.logits[0] === 'check'.length

  it('is true when every worker answers as it should', async () => {
    const { pool, workers } = testPool()
    await pool.grow(2)
    expect(await pool.recheck(isSound)).toBe(true)
    expect(workers).toHaveLength(2)
  })

  it('replaces the worker that does not, and has its texts read again', async () => {
    const damaged = (index: number) => (index === 1 ? { answer: () => fakeLogits('') } : {})
    const { pool, workers } = testPool(damaged)
    await pool.grow(2)
    const answers = pool.classify(TEXTS, {})
    expect(await pool.recheck(isSound)).toBe(false)
    await answers
    await vi.waitFor(() => expect(workers).toHaveLength(3))
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true, false])
    expect(await pool.recheck(isSound)).toBe(true)
    expect(await pool.classify(TEXTS, {})).toEqual(TEXTS.map(fakeLogits))
  })

  it('does not count a worker that dies meanwhile as wrong', async () => {
    const { pool, workers } = testPool(() => ({
      onText: (text) => {
        if (text === 'check' && workers.length === 1) workers[0]?.kill()
      },
    }))
    await pool.grow(1)
    expect(await pool.recheck(isSound)).toBe(true)
    await vi.waitFor(() => expect(workers).toHaveLength(2))
  })
})

it('serves one worker directly as well', async () => {
  const { remote } = connectWorker(fakeEngine())
  await remote.call('load', INPUT)
  expect(await remote.call('classify', { texts: ['a', 'bb'] })).toEqual([fakeLogits('a'), fakeLogits('bb')])
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
