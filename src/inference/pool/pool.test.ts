import { describe, expect, it, vi } from 'vitest'
import { connectWorker } from '../../testing/connect.ts'
import { fakeEngine, fakeLogits } from '../../testing/fakeEngine.ts'
import { codeOf, INPUT, testPool, TEXTS } from '../../testing/testPool.ts'
import type { AskWorker } from './askWorker.ts'

describe('order', () => {
  it('answers in the order of the texts, whichever worker is slow', async () => {
    const { pool, workers } = testPool((index) => ({
      onText: async () => {
        if (index === 0) await new Promise((resolve) => setTimeout(resolve, 1))
      },
    }))
    await pool.resize(3)
    expect(await pool.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
    expect(workers).toHaveLength(3)
  })

  it('answers nothing for nothing', async () => {
    const { pool } = testPool()
    expect(await pool.classify([], { for: 'person' })).toEqual([])
  })

  it('reads a text once that stands in a call several times', async () => {
    const seen: string[] = []
    const { pool } = testPool(() => ({ onText: (text) => void seen.push(text) }))
    expect(await pool.classify(['a', 'b', 'a', 'a'], { for: 'batch' })).toEqual(
      ['a', 'b', 'a', 'a'].map(fakeLogits),
    )
    expect(seen).toEqual(['a', 'b'])
  })

  it('gives each worker its next unit before it has answered, and only when every worker has one', async () => {
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const { pool, workers } = testPool(() => ({ onText: () => gate }), { unitTokens: 1 })
    await pool.resize(2)
    const answers = pool.classify(['a', 'b', 'c'], { for: 'batch' })
    expect(workers.map(({ remote }) => remote.pending)).toEqual([2, 1])
    const more = pool.classify(['d', 'e'], { for: 'batch' })
    expect(workers.map(({ remote }) => remote.pending)).toEqual([2, 2])
    open()
    expect(await answers).toEqual(['a', 'b', 'c'].map(fakeLogits))
    expect(await more).toEqual(['d', 'e'].map(fakeLogits))
  })

  it.each([
    { what: 'a single text', texts: ['single'] },
    { what: 'many texts', texts: ['one', 'two', 'three'] },
  ])('takes $what that a person waits for before a batch that waits', async ({ texts }) => {
    const seen: string[] = []
    const { pool } = testPool(() => ({ onText: (text) => void seen.push(text) }))
    await pool.resize(1)
    const batch = pool.classify(TEXTS, { for: 'batch' })
    expect(await pool.classify(texts, { for: 'person' })).toEqual(texts.map(fakeLogits))
    expect(seen.length).toBeLessThan(TEXTS.length)
    await batch
  })

  it('does not take a single text of a batch before others', async () => {
    const seen: string[] = []
    const { pool } = testPool(() => ({ onText: (text) => void seen.push(text) }))
    await pool.resize(1)
    await Promise.all([pool.classify(TEXTS, { for: 'batch' }), pool.classify(['single'], { for: 'batch' })])
    expect(seen.at(-1)).toBe('single')
  })
})

describe('abort', () => {
  it('rejects at once and leaves the worker usable', async () => {
    const { pool, workers } = testPool()
    await pool.resize(1)
    const controller = new AbortController()
    const answers = pool.classify(TEXTS, { for: 'batch', signal: controller.signal })
    controller.abort()
    expect(await codeOf(answers)).toBe('aborted')
    expect(await pool.classify(['next'], { for: 'person' })).toEqual([fakeLogits('next')])
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
    await pool.resize(1)
    await codeOf(pool.classify(TEXTS, { for: 'batch', signal: controller.signal }))
    await pool.classify(['after'], { for: 'person' })
    expect(seen.length).toBeLessThan(10)
  })
})

describe('start', () => {
  it('tries a start again that crashed', async () => {
    const { pool, workers } = testPool((index) => ({
      onLoad: () => {
        if (index === 0) throw new Error('could not compile')
      },
    }))
    expect(await pool.resize(1)).toBe(1)
    expect(workers).toHaveLength(2)
  })

  it('rejects with the reason when no worker ever starts, and can be asked again', async () => {
    let broken = true
    const { pool } = testPool(() => ({
      onLoad: () => {
        if (broken) throw new RangeError('out of memory')
      },
    }))
    expect(await codeOf(pool.resize(1))).toBe('out-of-memory')
    broken = false
    expect(await pool.resize(1)).toBe(1)
  })

  it('works with those that started when more do not', async () => {
    const { pool } = testPool((index) => ({
      onLoad: () => {
        if (index > 0) throw new RangeError('out of memory')
      },
    }))
    expect(await pool.resize(3)).toBe(1)
    expect(await pool.classify(['one'], { for: 'person' })).toEqual([fakeLogits('one')])
  })

  it('does not use a worker that fails its proof', async () => {
    const prove = (): Promise<never> => Promise.reject(new Error('disagrees'))
    const { pool, workers } = testPool(() => ({}), { prove })
    await expect(pool.resize(1)).rejects.toThrow('disagrees')
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })
})

describe('size', () => {
  it('grows during a call', async () => {
    const { pool, workers } = testPool()
    await pool.resize(1)
    const answers = pool.classify(TEXTS, { for: 'batch' })
    expect(await pool.resize(3)).toBe(3)
    expect(await answers).toEqual(TEXTS.map(fakeLogits))
    expect(workers).toHaveLength(3)
  })

  it('shrinks during a call, each worker after what it reads, and nothing is read twice', async () => {
    const seen: string[] = []
    const { pool, workers, deaths } = testPool(() => ({ onText: (text) => void seen.push(text) }))
    await pool.resize(3)
    const answers = pool.classify(TEXTS, { for: 'batch' })
    expect(await pool.resize(1)).toBe(3)
    expect(await answers).toEqual(TEXTS.map(fakeLogits))
    expect(workers.filter(({ terminated }) => !terminated)).toHaveLength(1)
    expect(seen.toSorted()).toEqual(TEXTS.toSorted())
    expect(deaths).toEqual([])
  })

  it('shrinks at once when nobody reads', async () => {
    const { pool, workers } = testPool()
    await pool.resize(3)
    expect(await pool.resize(1)).toBe(1)
    expect(workers.filter(({ terminated }) => !terminated)).toHaveLength(1)
  })

  it('is the last one that was asked for, however quickly one follows the other', async () => {
    const { pool } = testPool()
    await Promise.all([3, 1, 4, 2].map((size) => pool.resize(size)))
    expect(await pool.resize(2)).toBe(2)
    const last = [pool.resize(1), pool.resize(3)]
    await Promise.all(last)
    expect(await last[1]).toBe(3)
  })

  it('is never less than one', async () => {
    const { pool } = testPool()
    expect(await pool.resize(0)).toBe(1)
  })
})

describe('hold', () => {
  it('lets urgent calls through and the others wait', async () => {
    const { pool } = testPool()
    await pool.resize(2)
    const release = pool.hold()
    let answered = false
    const waiting = pool.classify(TEXTS, { for: 'batch' }).then(() => (answered = true))
    expect(await pool.classify(['single'], { for: 'person' })).toEqual([fakeLogits('single')])
    expect(await pool.classify(TEXTS.slice(0, 50), { for: 'person' })).toHaveLength(50)
    expect(answered).toBe(false)
    release()
    await waiting
  })
})

describe('close', () => {
  const reason = new DOMException('another model', 'AbortError')

  it.each([
    { what: 'a single text that a worker reads', texts: ['one'] },
    { what: 'many texts that wait', texts: TEXTS },
  ])('rejects $what with its reason, and every later call', async ({ texts }) => {
    const { pool, workers } = testPool()
    await pool.resize(1)
    const answers = pool.classify(texts, { for: 'batch' })
    pool.close(reason)
    await expect(answers).rejects.toBe(reason)
    await expect(pool.classify(['later'], { for: 'person' })).rejects.toBe(reason)
    expect(workers.every(({ terminated }) => terminated)).toBe(true)
  })
})

describe('recheck', () => {
  const isSound = async (ask: AskWorker): Promise<boolean> =>
    (await ask(['check']))[0]?.logits[0] === 'check'.length

  it('is true when every worker answers as it should', async () => {
    const { pool, workers } = testPool()
    await pool.resize(2)
    expect(await pool.recheck(isSound)).toBe(true)
    expect(workers).toHaveLength(2)
  })

  it('replaces the worker that does not, and has its texts read again', async () => {
    const damaged = (index: number) => (index === 1 ? { answer: () => fakeLogits('') } : {})
    const { pool, workers } = testPool(damaged)
    await pool.resize(2)
    const answers = pool.classify(TEXTS, { for: 'batch' })
    expect(await pool.recheck(isSound)).toBe(false)
    await answers
    await vi.waitFor(() => expect(workers).toHaveLength(3))
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true, false])
    expect(await pool.recheck(isSound)).toBe(true)
    expect(await pool.classify(TEXTS, { for: 'batch' })).toEqual(TEXTS.map(fakeLogits))
  })

  it('does not count a worker that dies meanwhile as wrong', async () => {
    const { pool, workers } = testPool(() => ({
      onText: (text) => {
        if (text === 'check' && workers.length === 1) workers[0]?.kill()
      },
    }))
    await pool.resize(1)
    expect(await pool.recheck(isSound)).toBe(true)
    await vi.waitFor(() => expect(workers).toHaveLength(2))
  })
})

it('serves one worker directly as well', async () => {
  const { remote } = connectWorker(fakeEngine())
  await remote.call('load', INPUT)
  expect(await remote.call('classify', { texts: ['a', 'bb'] })).toEqual([fakeLogits('a'), fakeLogits('bb')])
})
