import { describe, expect, it, vi } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import type { LoadInput } from '../protocol.ts'
import { createEngine, type Engine, type Reader } from './engine.ts'

const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 10, overlap: 3 },
  outputs: LABELS,
}
const ALIVE = new AbortController().signal

/** Answers with each text's length and remembers what it read. */
function fakeReader(): Reader & { texts: string[] } {
  const texts: string[] = []
  return {
    texts,
    report: { batchTokens: 512 },
    async read(batch, signal) {
      for (const text of batch) {
        await nextMacrotask()
        signal.throwIfAborted()
        texts.push(text)
      }
      return batch.map(({ length }) => ({ logits: Float32Array.of(length, 0, 0), pieces: Uint32Array.of(1) }))
    },
  }
}

async function loaded(reader: Reader): Promise<Engine> {
  const engine = createEngine(() => Promise.resolve(reader))
  await engine.load(INPUT)
  return engine
}

describe('load', () => {
  it('twice shares one start', async () => {
    const startReader = vi.fn(() => Promise.resolve(fakeReader()))
    const engine = createEngine(startReader)
    await Promise.all([engine.load(INPUT), engine.load(INPUT)])
    await engine.load(INPUT)
    expect(startReader).toHaveBeenCalledTimes(1)
    expect(startReader).toHaveBeenCalledWith(INPUT)
  })

  it('answers with what the reader reports', async () => {
    const engine = createEngine(() => Promise.resolve(fakeReader()))
    expect(await engine.load(INPUT)).toEqual({ batchTokens: 512 })
  })

  it('that failed can be tried again', async () => {
    const startReader = vi.fn(() => Promise.resolve(fakeReader()))
    startReader.mockRejectedValueOnce(new Error('no memory'))
    const engine = createEngine(startReader)
    await expect(engine.load(INPUT)).rejects.toThrow('no memory')
    await engine.load(INPUT)
    expect(await engine.classify(['a'], ALIVE)).toHaveLength(1)
  })
})

describe('classify', () => {
  it('before load is refused', async () => {
    const engine = createEngine(() => Promise.resolve(fakeReader()))
    await expect(engine.classify(['a'], ALIVE)).rejects.toThrow('classify before load')
  })

  it('waits for a load that is on its way', async () => {
    const engine = createEngine(() => nextMacrotask().then(fakeReader))
    void engine.load(INPUT)
    expect(await engine.classify(['a'], ALIVE)).toHaveLength(1)
  })

  it('reads one call after the other', async () => {
    const reader = fakeReader()
    const engine = await loaded(reader)
    await Promise.all([engine.classify(['a', 'b'], ALIVE), engine.classify(['c'], ALIVE)])
    expect(reader.texts).toEqual(['a', 'b', 'c'])
  })

  it('answers the next call after one that failed', async () => {
    const reader = fakeReader()
    vi.spyOn(reader, 'read').mockRejectedValueOnce(new Error('trap'))
    const engine = await loaded(reader)
    const failed = engine.classify(['a'], ALIVE)
    const next = engine.classify(['b'], ALIVE)
    await expect(failed).rejects.toThrow('trap')
    expect(await next).toHaveLength(1)
  })

  it('that was cancelled while it waited its turn leaves the others', async () => {
    const reader = fakeReader()
    const engine = await loaded(reader)
    const controller = new AbortController()
    const first = engine.classify(['a'], ALIVE)
    const second = engine.classify(['b'], controller.signal)
    const third = engine.classify(['c'], ALIVE)
    controller.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect([await first, await third]).toHaveLength(2)
    expect(reader.texts).toEqual(['a', 'c'])
  })
})
