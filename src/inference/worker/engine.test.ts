import { describe, expect, it, vi } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import { nextMacrotask } from '../../lib/macrotask.ts'
import type { LoadInput } from '../protocol.ts'
import { createEngine, type Engine } from './engine.ts'
import type { Session } from './session.ts'

const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 10, overlap: 3 },
  outputs: LABELS,
}
const SIZE = 8
const ALIVE = new AbortController().signal

/** A session whose pieces are characters and whose logits are first piece, last piece and length of the window. */
function fakeSession(): { session: Session; runs: string[] } {
  const runs: string[] = []
  return {
    runs,
    session: {
      tokenize: (text) => Array.from(text, (character) => character.charCodeAt(0)),
      run: (pieces) => {
        runs.push(String.fromCharCode(...pieces))
        return Promise.resolve(Float32Array.of(pieces[0] ?? 0, pieces.at(-1) ?? 0, pieces.length))
      },
    },
  }
}

async function loaded(): Promise<{ engine: Engine; runs: string[] }> {
  const { session, runs } = fakeSession()
  const engine = createEngine(() => Promise.resolve(session))
  await engine.load(INPUT)
  return { engine, runs }
}

const codes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))

describe('load', () => {
  it('twice shares one start', async () => {
    const startSession = vi.fn(() => Promise.resolve(fakeSession().session))
    const engine = createEngine(startSession)
    await Promise.all([engine.load(INPUT), engine.load(INPUT)])
    await engine.load(INPUT)
    expect(startSession).toHaveBeenCalledTimes(1)
    expect(startSession).toHaveBeenCalledWith(INPUT)
  })

  it('that failed can be tried again', async () => {
    const startSession = vi.fn(() => Promise.resolve(fakeSession().session))
    startSession.mockRejectedValueOnce(new Error('no memory'))
    const engine = createEngine(startSession)
    await expect(engine.load(INPUT)).rejects.toThrow('no memory')
    await engine.load(INPUT)
    expect(await engine.classify(['a'], ALIVE)).toHaveLength(1)
  })
})

describe('classify', () => {
  it('before load is refused', async () => {
    const engine = createEngine(() => Promise.resolve(fakeSession().session))
    await expect(engine.classify(['a'], ALIVE)).rejects.toThrow('classify before load')
  })

  it('waits for a load that is on its way', async () => {
    const engine = createEngine(() => nextMacrotask().then(() => fakeSession().session))
    void engine.load(INPUT)
    expect(await engine.classify(['a'], ALIVE)).toHaveLength(1)
  })

  it('answers in the order of the texts', async () => {
    const { engine } = await loaded()
    const answers = await engine.classify(['c', 'ab', ''], ALIVE)
    expect(answers.map(({ logits }) => Array.from(logits))).toEqual([
      [...codes('cc'), 1],
      [...codes('ab'), 2],
      [0, 0, 0],
    ])
  })

  it('answers nothing for nothing', async () => {
    const { engine } = await loaded()
    expect(await engine.classify([], ALIVE)).toEqual([])
  })

  it('reads one call after the other', async () => {
    const { engine, runs } = await loaded()
    await Promise.all([engine.classify(['a', 'b'], ALIVE), engine.classify(['c'], ALIVE)])
    expect(runs).toEqual(['a', 'b', 'c'])
  })

  it('answers the next call after one that failed', async () => {
    const { session } = fakeSession()
    const run = vi.spyOn(session, 'run').mockRejectedValueOnce(new Error('trap'))
    const engine = createEngine(() => Promise.resolve(session))
    await engine.load(INPUT)
    const failed = engine.classify(['a'], ALIVE)
    const next = engine.classify(['b'], ALIVE)
    await expect(failed).rejects.toThrow('trap')
    expect(await next).toHaveLength(1)
    expect(run).toHaveBeenCalledTimes(2)
  })
})

describe('a long text', () => {
  it('is read whole, in windows that overlap', async () => {
    const { engine, runs } = await loaded()
    await engine.classify(['abcdefghijklmn'], ALIVE)
    expect(runs).toEqual(['abcdefgh', 'fghijklm', 'ghijklmn'])
  })

  it('answers with the logits and the pieces of each window', async () => {
    const { engine } = await loaded()
    const [answer] = await engine.classify(['abcdefghi'], ALIVE)
    expect(Array.from(answer!.logits)).toEqual([...codes('ah'), SIZE, ...codes('bi'), SIZE])
    expect(Array.from(answer!.pieces)).toEqual([SIZE, SIZE])
  })
})

describe('the same text', () => {
  it('gets the same logits alone and among others', async () => {
    const { engine } = await loaded()
    const [alone] = await engine.classify(['the same'], ALIVE)
    const among = await engine.classify(['x', 'abcdefghijklmn', 'the same', ''], ALIVE)
    expect(among[2]).toEqual(alone)
  })

  it('is run in one window at a time, never in a batch', async () => {
    const { engine, runs } = await loaded()
    await engine.classify(['same', 'same'], ALIVE)
    expect(runs).toEqual(['same', 'same'])
  })
})

describe('a cancel', () => {
  it('before the start runs nothing', async () => {
    const { engine, runs } = await loaded()
    await expect(engine.classify(['a'], AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs).toEqual([])
  })

  it('between windows stops there', async () => {
    const { session, runs } = fakeSession()
    const controller = new AbortController()
    const engine = createEngine(() =>
      Promise.resolve({
        ...session,
        run: (pieces) => {
          if (runs.length === 1) controller.abort()
          return session.run(pieces)
        },
      }),
    )
    await engine.load(INPUT)
    const answer = engine.classify(['abcdefghijklmn', 'never'], controller.signal)
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs).toEqual(['abcdefgh', 'fghijklm'])
  })

  it('that waits as a message is heard before the next window', async () => {
    const { engine, runs } = await loaded()
    const controller = new AbortController()
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => controller.abort()
    const answer = engine.classify(['abcdefghijklmnopqrstuvwxyz'.repeat(20)], controller.signal)
    port1.postMessage('cancel')
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs.length).toBeLessThan(10)
    port1.close()
  })

  it('of a call that waits its turn leaves the others', async () => {
    const { engine, runs } = await loaded()
    const controller = new AbortController()
    const first = engine.classify(['a'], ALIVE)
    const second = engine.classify(['b'], controller.signal)
    const third = engine.classify(['c'], ALIVE)
    controller.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    expect([await first, await third]).toHaveLength(2)
    expect(runs).toEqual(['a', 'c'])
  })
})
