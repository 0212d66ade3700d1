import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { UndertoneError } from '../../domain/errors.ts'
import type { ModelState } from '../../inference/facade/modelState.ts'
import { fakeModel, logitsOf } from '../../testing/fakeModel.ts'
import { announcements } from '../../ui/announcer.ts'
import { createReadText } from './analyse.ts'
import { createTextStore, type Reading } from './textStore.ts'

const POSITIVE = logitsOf({ negative: 0.08, neutral: 0.05, positive: 0.87 })
const NEGATIVE = logitsOf({ negative: 0.9, neutral: 0.05, positive: 0.05 })

/** Reading with a model that answers by hand. */
function start(initial?: ModelState) {
  const model = fakeModel(initial)
  const state = createTextStore()
  const readText = createReadText({ model, state, closeSentences: () => undefined })
  const reading = (): Reading => state.getState().reading
  /** What is shown as the answer, whether current or kept from before. */
  const shown = (): string | null => {
    const now = reading()
    if (now.status === 'answered') return now.verdict.label
    return now.status === 'reading' ? (now.previous?.label ?? null) : null
  }
  return { model, state, readText, reading, shown }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

it('asks once, after a pause in typing', async () => {
  const { model, readText } = start()
  void readText('Good')
  await vi.advanceTimersByTimeAsync(100)
  void readText('Good app')
  await vi.advanceTimersByTimeAsync(149)
  expect(model.asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(model.asked.map(({ text }) => text)).toEqual(['Good app'])
})

it.each(['', '   ', '\n', '<br>', '&nbsp;'])('says nothing of %j and does not ask', async (text) => {
  const { model, readText, reading } = start()
  await readText(text)
  await vi.advanceTimersByTimeAsync(2000)
  expect(reading()).toEqual({ status: 'empty' })
  expect(model.asked).toEqual([])
})

describe('a stale answer', () => {
  it('is dropped when the newer one is already there', async () => {
    const { model, readText, shown } = start()
    void readText('I hate it')
    await vi.advanceTimersByTimeAsync(150)
    void readText('I hate it when this app is closed')
    await vi.advanceTimersByTimeAsync(150)
    model.asked[1]!.answer(POSITIVE)
    await vi.advanceTimersByTimeAsync(0)
    model.asked[0]!.answer(NEGATIVE)
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()).toBe('positive')
  })

  it('is dropped while the newer one is awaited', async () => {
    const { model, readText, reading } = start()
    void readText('I hate it')
    await vi.advanceTimersByTimeAsync(150)
    void readText('I love it')
    model.asked[0]!.answer(NEGATIVE)
    await vi.advanceTimersByTimeAsync(10)
    expect(reading()).toEqual({ status: 'reading', previous: null, slow: false })
  })

  it('is dropped after the text was emptied', async () => {
    const { model, readText, reading } = start()
    void readText('I hate it')
    await vi.advanceTimersByTimeAsync(150)
    void readText('')
    model.asked[0]!.answer(NEGATIVE)
    await vi.advanceTimersByTimeAsync(2000)
    expect(reading()).toEqual({ status: 'empty' })
  })
})

it('keeps the old answer while a change is read, and calls it slow after 400 ms of that', async () => {
  const { model, readText, reading } = start()
  void readText('I love it')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[0]!.answer(POSITIVE)
  await vi.advanceTimersByTimeAsync(0)
  void readText('I love it not')
  await vi.advanceTimersByTimeAsync(549)
  expect(reading()).toMatchObject({ status: 'reading', previous: { label: 'positive' }, slow: false })
  await vi.advanceTimersByTimeAsync(1)
  expect(reading()).toMatchObject({ status: 'reading', previous: { label: 'positive' }, slow: true })
  model.asked[1]!.answer(NEGATIVE)
  await vi.advanceTimersByTimeAsync(0)
  expect(reading()).toMatchObject({ status: 'answered', verdict: { label: 'negative' } })
})

it('speaks an answer once, after a second without typing', async () => {
  const { model, readText } = start()
  const before = announcements.getState().number
  void readText('I hate it')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[0]!.answer(NEGATIVE)
  await vi.advanceTimersByTimeAsync(999)
  void readText('I love it')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[1]!.answer(POSITIVE)
  await vi.advanceTimersByTimeAsync(999)
  expect(announcements.getState().number).toBe(before)
  await vi.advanceTimersByTimeAsync(5000)
  expect(announcements.getState()).toEqual({ text: 'Positive, 87 percent, sure', number: before + 1 })
})

it('speaks with what became known of the text meanwhile', async () => {
  const { model, state, readText, reading } = start()
  void readText('Das ist toll')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[0]!.answer(POSITIVE)
  await vi.advanceTimersByTimeAsync(500)
  const now = reading()
  if (now.status !== 'answered') throw new Error('no answer')
  state.setState({ reading: { ...now, verdict: { ...now.verdict, flags: ['other_language'] } } })
  await vi.advanceTimersByTimeAsync(500)
  expect(announcements.getState().text).toBe('Positive, 87 percent, may not be in English')
})

it('tells a problem of the text and reads it again on demand', async () => {
  const { model, readText, reading, shown } = start()
  void readText('I love it')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[0]!.fail(new UndertoneError('worker-crashed', 'three times'))
  await vi.advanceTimersByTimeAsync(0)
  expect(reading()).toEqual({
    status: 'failed',
    problem: { code: 'worker-crashed', message: 'three times' },
  })
  void readText('I love it')
  await vi.advanceTimersByTimeAsync(150)
  model.asked[1]!.answer(POSITIVE)
  await vi.advanceTimersByTimeAsync(0)
  expect(shown()).toBe('positive')
})

describe('when the model failed', () => {
  it('does not ask it, and asks as soon as it works again', async () => {
    const { model, readText } = start()
    model.setFailed('model-missing')
    void readText('I love it')
    await vi.advanceTimersByTimeAsync(1000)
    expect(model.asked).toEqual([])
    model.setReady()
    await vi.advanceTimersByTimeAsync(0)
    expect(model.asked.map(({ text }) => text)).toEqual(['I love it'])
  })

  it('waits when it fails during the reading, and clears the answer of another text', async () => {
    const { model, readText, reading, shown } = start({ status: 'starting' })
    void readText('I love it')
    await vi.advanceTimersByTimeAsync(150)
    model.setFailed('model-corrupt')
    model.asked[0]!.fail(new UndertoneError('model-corrupt', 'hash'))
    await vi.advanceTimersByTimeAsync(0)
    expect(reading()).toMatchObject({ status: 'reading', previous: null })
    model.setReady()
    await vi.advanceTimersByTimeAsync(0)
    model.asked[1]!.answer(POSITIVE)
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()).toBe('positive')
  })
})
