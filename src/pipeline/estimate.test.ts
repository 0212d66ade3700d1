import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallFor, Classifier } from '../domain/classifier.ts'
import { toProblem } from '../domain/errors.ts'
import { fakeLogits } from '../testing/fakeEngine.ts'
import { estimateRun } from './estimate.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const ALIVE = new AbortController().signal
const SAMPLE = ['one', 'two', 'six', 'ten']

/** Texts as long as those of the sample. */
const work = (texts: number, sample = SAMPLE) => ({ texts, characters: texts * 3, sample })

/** A model on a clock: the first run takes `firstMs`, every later one `textMs`. */
function timed(
  textMs: number,
  firstMs = textMs,
): Pick<Classifier, 'classify'> & { calls: string[][]; callsFor: CallFor[] } {
  const calls: string[][] = []
  const callsFor: CallFor[] = []
  return {
    calls,
    callsFor,
    classify: (texts, { for: callFor, signal }) => {
      callsFor.push(callFor)
      signal?.throwIfAborted()
      calls.push([...texts])
      vi.advanceTimersByTime(calls.length === 1 ? firstMs : textMs)
      return Promise.resolve(texts.map(fakeLogits))
    },
  }
}

describe('estimateRun', () => {
  it.each([
    { textMs: 10, texts: 1000, workers: 1, expected: 10_000 },
    { textMs: 10, texts: 1000, workers: 2, expected: 5_000 },
    { textMs: 10, texts: 1000, workers: 0, expected: 10_000 },
    { textMs: 10, texts: 0, workers: 2, expected: 0 },
  ])(
    '$texts texts of $textMs ms on $workers workers: $expected ms',
    async ({ textMs, texts, workers, expected }) => {
      expect(await estimateRun(work(texts), workers, timed(textMs), ALIVE)).toBeCloseTo(expected, 6)
    },
  )

  it('does not count the first run, which compiles', async () => {
    expect(await estimateRun(work(100), 1, timed(10, 5000), ALIVE)).toBeCloseTo(1000, 6)
  })

  it('times the texts one at a time, on WebAssembly', async () => {
    const classifier = timed(10)
    await estimateRun(work(100), 1, classifier, ALIVE)
    expect(classifier.calls).toEqual([['one'], ['one'], ['two'], ['six'], ['ten']])
    expect(new Set(classifier.callsFor)).toEqual(new Set(['person']))
  })

  it('stops timing when it has cost enough', async () => {
    const classifier = timed(300)
    expect(await estimateRun(work(100), 1, classifier, ALIVE)).toBeCloseTo(30_000, 6)
    expect(classifier.calls).toHaveLength(1 + 3)
  })

  it('counts a text that no sample holds by its characters', async () => {
    const given = { ...work(100), characters: 3_000_000 }
    expect(await estimateRun(given, 1, timed(10), ALIVE)).toBeCloseTo(10_000_000, 0)
  })

  it('is unknown without a sample', async () => {
    const classifier = timed(10)
    expect(await estimateRun(work(100, []), 1, classifier, ALIVE)).toBeNull()
    expect(classifier.calls).toEqual([])
  })

  it('stops when it is aborted', async () => {
    const estimate = estimateRun(work(100), 1, timed(10), AbortSignal.abort())
    expect(await estimate.catch(toProblem)).toMatchObject({ code: 'aborted' })
  })
})
