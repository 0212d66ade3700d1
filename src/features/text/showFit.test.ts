import { expect, it, vi } from 'vitest'
import type { TextFit } from '../../domain/textFit.ts'
import type { TextFits } from '../../pipeline/textFits.ts'
import { fakeModel } from '../../testing/fakeModel.ts'
import type { Verdict } from './answerWords.ts'
import { showFit } from './showFit.ts'
import { createTextStore } from './textStore.ts'

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

/** An empty text; answers that are shown are followed from now on. */
function start() {
  const asked: Asked[] = []
  const model = fakeModel()
  const state = createTextStore()
  const fits: TextFits = {
    fit: ({ texts }) =>
      new Promise((resolve, reject) => {
        asked.push({
          texts,
          answer: (fit) => resolve([fit]),
          fail: () => reject(new Error('the worker died')),
        })
      }),
  }
  showFit({ fits, model, state })
  const show = (text: string): void =>
    state.setState({ text, reading: { status: 'answered', verdict: VERDICT } })
  const flags = (): string[] | null => {
    const { reading } = state.getState()
    return reading.status === 'answered' ? reading.verdict.flags : null
  }
  return { asked, model, state, show, flags }
}

/** Lets what was answered arrive. */
const settle = (): Promise<void> => vi.waitFor(() => new Promise((resolve) => setTimeout(resolve)))

it('adds flags to the answer that is shown, once', async () => {
  const { asked, show, flags } = start()
  show('<b>Sehr gut</b>')
  expect(asked.map(({ texts }) => texts)).toEqual([['Sehr gut']])
  expect(flags()).toEqual(['markup_removed'])
  asked[0]!.answer({ language: 'other', length: 'enough' })
  await settle()
  expect(flags()).toEqual(['markup_removed', 'other_language'])
  expect(asked).toHaveLength(1)
})

it('leaves an answer that fits as it is', async () => {
  const { asked, state, show } = start()
  show('Very good')
  const { reading } = state.getState()
  asked[0]!.answer({ language: 'english', length: 'enough' })
  await settle()
  expect(state.getState().reading).toBe(reading)
})

it('says nothing of another text than it was asked for', async () => {
  const { asked, show, flags } = start()
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
  const { asked, show, flags } = start()
  show('Sehr gut')
  asked[0]!.fail()
  await settle()
  expect(flags()).toEqual(['markup_removed'])
})

it('says nothing of other languages with a model that may read them', async () => {
  const { asked, model, show, flags } = start()
  const calibration = await model.calibration()
  vi.spyOn(model, 'calibration').mockResolvedValueOnce({ ...calibration, english: false })
  show('Sehr gut')
  asked[0]!.answer({ language: 'other', length: 'nothing' })
  await settle()
  expect(flags()).toEqual(['markup_removed', 'too_short'])
})

it('asks nothing while there is no answer', () => {
  const { asked, state } = start()
  state.setState({ text: 'a', reading: { status: 'reading', previous: VERDICT, slow: false } })
  expect(asked).toEqual([])
})
