import { describe, expect, it } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import { fakeSession } from '../../testing/fakeSession.ts'
import type { LoadInput } from '../protocol.ts'
import { readOneByOne } from './readOneByOne.ts'

const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 10, overlap: 3 },
  outputs: LABELS,
}
const SIZE = 8
const ALIVE = new AbortController().signal

const codes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))

function busyFor(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

describe('texts that are read one by one', () => {
  it('are answered in their order', async () => {
    const reader = readOneByOne(fakeSession().session, INPUT)
    const answers = await reader.read(['c', 'ab', ''], ALIVE)
    expect(answers.map(({ logits }) => Array.from(logits))).toEqual([
      [...codes('cc'), 1],
      [...codes('ab'), 2],
      [0, 0, 0],
    ])
  })

  it('are run in one window at a time, never in a batch', async () => {
    const { session, runs } = fakeSession()
    await readOneByOne(session, INPUT).read(['same', 'same', 'abcdefghi'], ALIVE)
    expect(runs).toEqual([['same'], ['same'], ['abcdefgh'], ['bcdefghi']])
  })

  it('get the same logits alone and among others', async () => {
    const reader = readOneByOne(fakeSession().session, INPUT)
    const [alone] = await reader.read(['the same'], ALIVE)
    const among = await reader.read(['x', 'abcdefghijklmn', 'the same', ''], ALIVE)
    expect(among[2]).toEqual(alone)
  })

  it('are none for none', async () => {
    expect(await readOneByOne(fakeSession().session, INPUT).read([], ALIVE)).toEqual([])
  })

  it('know no batches', () => {
    expect(readOneByOne(fakeSession().session, INPUT).report).toEqual({ batchTokens: null })
  })
})

describe('a long text', () => {
  it('is read whole, in windows that overlap', async () => {
    const { session, runs } = fakeSession()
    await readOneByOne(session, INPUT).read(['abcdefghijklmn'], ALIVE)
    expect(runs.flat()).toEqual(['abcdefgh', 'fghijklm', 'ghijklmn'])
  })

  it('is answered with the logits and the pieces of each window', async () => {
    const [answer] = await readOneByOne(fakeSession().session, INPUT).read(['abcdefghi'], ALIVE)
    expect(Array.from(answer!.logits)).toEqual([...codes('ah'), SIZE, ...codes('bi'), SIZE])
    expect(Array.from(answer!.pieces)).toEqual([SIZE, SIZE])
  })

  it('has longer windows for a model with fewer special pieces', async () => {
    const { session, runs } = fakeSession()
    await readOneByOne({ ...session, specialPieces: 0 }, INPUT).read(['abcdefghijk'], ALIVE)
    expect(runs.flat()).toEqual(['abcdefghij', 'bcdefghijk'])
  })
})

describe('a cancel', () => {
  it('before the start runs nothing', async () => {
    const { session, runs } = fakeSession()
    const answer = readOneByOne(session, INPUT).read(['a'], AbortSignal.abort())
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs).toEqual([])
  })

  it('between windows stops there', async () => {
    const controller = new AbortController()
    const { session, runs } = fakeSession(() => {
      if (runs.length === 2) controller.abort()
    })
    const answer = readOneByOne(session, INPUT).read(['abcdefghijklmn', 'never'], controller.signal)
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs.flat()).toEqual(['abcdefgh', 'fghijklm'])
  })

  it('that waits as a message is heard within 50 ms of work', async () => {
    const controller = new AbortController()
    const { session, runs } = fakeSession(() => busyFor(5))
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => controller.abort()
    const answer = readOneByOne(session, INPUT).read(
      ['abcdefghijklmnopqrstuvwxyz'.repeat(20)],
      controller.signal,
    )
    port1.postMessage('cancel')
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs.length).toBeLessThan(10)
    port1.close()
  })

  it('is heard while texts are still split into pieces', async () => {
    const controller = new AbortController()
    const { session, runs } = fakeSession()
    let split = 0
    const slow = {
      ...session,
      tokenize: (text: string) => {
        split += 1
        busyFor(5)
        return session.tokenize(text)
      },
    }
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => controller.abort()
    const answer = readOneByOne(slow, INPUT).read(new Array<string>(50).fill('a'), controller.signal)
    port1.postMessage('cancel')
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(split).toBeLessThan(10)
    expect(runs).toEqual([])
    port1.close()
  })
})
