import { describe, expect, it } from 'vitest'
import { LABELS } from '../../domain/labels.ts'
import { fakeSession } from '../../testing/fakeSession.ts'
import type { LoadInput } from '../protocol.ts'
import { readInBatches } from './readInBatches.ts'
import { readOneByOne } from './readOneByOne.ts'

const INPUT: LoadInput = {
  files: [],
  weights: 'onnx/model.onnx',
  window: { pieces: 10, overlap: 3 },
  outputs: LABELS,
}
const ALIVE = new AbortController().signal
const TEXTS = ['c', 'abcdefghijklmn', '', 'ab', 'xyz', 'abcdefghi', 'same', 'same']

describe('texts that are read in batches', () => {
  it.each([1, 8, 30, 1000])(
    'get the answers of texts read one by one, with %i tokens a run',
    async (tokens) => {
      const inBatches = await readInBatches(fakeSession().session, INPUT, tokens).read(TEXTS, ALIVE)
      expect(inBatches).toEqual(await readOneByOne(fakeSession().session, INPUT).read(TEXTS, ALIVE))
    },
  )

  it('share runs with texts of their length, special pieces counted', async () => {
    const { session, runs } = fakeSession()
    await readInBatches(session, INPUT, 12).read(['abcd', 'x', 'efgh', 'y', 'z'], ALIVE)
    expect(runs).toEqual([
      ['abcd', 'efgh'],
      ['x', 'y', 'z'],
    ])
  })

  it('are none for none', async () => {
    const { session, runs } = fakeSession()
    expect(await readInBatches(session, INPUT, 12).read([], ALIVE)).toEqual([])
    expect(runs).toEqual([])
  })

  it('report the size of their batches', () => {
    expect(readInBatches(fakeSession().session, INPUT, 12).report).toEqual({ batchTokens: 12 })
  })

  it('are read no further after a cancel that waits as a message', async () => {
    const controller = new AbortController()
    const { session, runs } = fakeSession()
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => controller.abort()
    const answer = readInBatches(session, INPUT, 4).read(new Array<string>(50).fill('ab'), controller.signal)
    port1.postMessage('cancel')
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(runs.length).toBeLessThan(10)
    port1.close()
  })
})
