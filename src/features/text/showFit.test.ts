import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TextFit } from '../../domain/textFit.ts'
import type { Verdict } from './answerWords.ts'
import { fakeModel } from '../../testing/fakeModel.ts'
import { showFit } from './showFit.ts'
import { resetText, useTextStore } from './textStore.ts'

const VERDICT: Verdict = {
  label: 'positive',
  confidence: 0.9,
  probabilities: { negative: 0.05, neutral: 0.05, positive: 0.9 },
  windows: 1,
  flags: ['markup_removed'],
  calibrated: true,
}

interface Asked {
  texts: readonly string[]
  answer: (fit: TextFit) => void
  fail: () => void
}

const asked: Asked[] = []
const model = fakeModel()
let stop = (): void => undefined

beforeEach(() => {
  asked.length = 0
  stop = showFit(
    {
      fit: ({ texts }) =>
        new Promise((resolve, reject) => {
          asked.push({
            texts,
            answer: (fit) => resolve([fit]),
            fail: () => reject(new Error('the worker died')),
          })
        }),
    },
    model,
  )
})

afterEach(() => {
  stop()
  resetText()
})

const show = (text: string): void =>
  useTextStore.setState({ text, reading: { status: 'answered', verdict: VERDICT } })

const flags = (): string[] | null => {
  const { reading } = useTextStore.getState()
  return reading.status === 'answered' ? reading.verdict.flags : null
}

/** Lets what was answered arrive. */
const settle = (): Promise<void> => vi.waitFor(() => new Promise((resolve) => setTimeout(resolve)))

it('adds flags to the answer that is shown, once', async () => {
  show('<b>Sehr gut</b>')
  expect(asked.map(({ texts }) => texts)).toEqual([['Sehr gut']])
  expect(flags()).toEqual(['markup_removed'])
  asked[0]!.answer({ language: 'other', length: 'enough' })
  await settle()
  expect(flags()).toEqual(['markup_removed', 'other_language'])
  expect(asked).toHaveLength(1)
})

it('leaves an answer that fits as it is', async () => {
  show('Very good')
  const { reading } = useTextStore.getState()
  asked[0]!.answer({ language: 'english', length: 'enough' })
  await settle()
  expect(useTextStore.getState().reading).toBe(reading)
})

it('says nothing of another text than it was asked for', async () => {
  show('Sehr gut')
  show('Very good')
  asked[0]!.answer({ language: 'other', length: 'enough' })
  await settle()
  expect(flags()).toEqual(['markup_removed'])
  asked[1]!.answer({ language: 'english', length: 'enough' })
  await settle()
  expect(flags()).toEqual(['markup_removed'])
})

it('leaves the answer when it cannot be told', async () => {
  show('Sehr gut')
  asked[0]!.fail()
  await settle()
  expect(flags()).toEqual(['markup_removed'])
})

it('says nothing of other languages with a model that may read them', async () => {
  const calibration = await model.calibration()
  vi.spyOn(model, 'calibration').mockResolvedValueOnce({ ...calibration, english: false })
  show('Sehr gut')
  asked[0]!.answer({ language: 'other', length: 'nothing' })
  await settle()
  expect(flags()).toEqual(['markup_removed', 'too_short'])
})

it('asks nothing while there is no answer, nor after it was ended', () => {
  useTextStore.setState({ text: 'a', reading: { status: 'reading', previous: VERDICT, slow: false } })
  stop()
  show('Sehr gut')
  expect(asked).toEqual([])
})
