import { describe, expect, it } from 'vitest'
import type { TextLogits } from '../domain/decide.ts'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { fakeClassifier } from '../testing/fakeClassifier.ts'
import { classifyTexts } from './classifyTexts.ts'

/** A model that knows three words. */
function answer(text: string): TextLogits {
  const logits = { bad: [9, 0, 0], fine: [0, 9, 0], good: [0, 0, 9] }[text] ?? [0, 0, 0]
  return { logits: Float32Array.from(logits), pieces: Uint32Array.of(1) }
}

const NOTHING = { label: null, confidence: null, probabilities: null, windows: 0 }

describe('order', () => {
  it('is the order of the texts', async () => {
    const answers = await classifyTexts(['good', 'bad', 'fine', 'good'], fakeClassifier({ answer }))
    expect(answers.map(({ label }) => label)).toEqual(['positive', 'negative', 'neutral', 'positive'])
  })

  it('is kept around texts that hold nothing', async () => {
    const answers = await classifyTexts(['', 'good', ' ', 'bad', '<br>'], fakeClassifier({ answer }))
    expect(answers.map(({ label }) => label)).toEqual([null, 'positive', null, 'negative', null])
  })

  it('of nothing is nothing', async () => {
    expect(await classifyTexts([], fakeClassifier())).toEqual([])
  })
})

describe('an answer', () => {
  it('has label, confidence and probabilities that sum to 1', async () => {
    const [good] = await classifyTexts(['good'], fakeClassifier({ answer }))
    const { negative, neutral, positive } = good!.probabilities!
    expect(good).toMatchObject({ label: 'positive', confidence: positive, windows: 1, flags: [] })
    expect(negative + neutral + positive).toBeCloseTo(1, 9)
  })

  it.each([
    { source: 'good', flags: [] },
    { source: '<b>good</b>', flags: ['markup_removed'] },
    { source: '', flags: ['no_text'] },
    { source: ' \n\u200B ', flags: ['no_text'] },
    { source: '<br>&nbsp;', flags: ['markup_removed', 'no_text'] },
  ])('to "$source" has the flags $flags', async ({ source, flags }) => {
    const [result] = await classifyTexts([source], fakeClassifier({ answer }))
    expect(result?.flags).toEqual(flags)
  })

  it('to a text that holds nothing has no scores', async () => {
    expect(await classifyTexts([''], fakeClassifier())).toEqual([{ ...NOTHING, flags: ['no_text'] }])
  })

  it('puts flags of the decision before those of the cleaning', async () => {
    const long = (): TextLogits => ({
      logits: Float32Array.of(9, 0, 0, 9, 0, 0),
      pieces: Uint32Array.of(5, 5),
    })
    const [result] = await classifyTexts(['<i>long</i>'], fakeClassifier({ answer: long }))
    expect(result).toMatchObject({ windows: 2, flags: ['long', 'markup_removed'] })
  })
})

describe('the model', () => {
  it('is asked once, for a person and cleaned texts that hold something', async () => {
    const classifier = fakeClassifier()
    await classifyTexts(['<p>one</p>', '', 'R&amp;D', '😀'], classifier)
    expect(classifier.calls).toEqual([['one', 'R&D', '😀']])
    expect(classifier.callsFor).toEqual(['person'])
  })

  it('is not asked when no text holds anything', async () => {
    const classifier = fakeClassifier()
    await classifyTexts(['', ' '], classifier)
    expect(classifier.calls).toEqual([])
  })

  it('that fails fails the call', async () => {
    const onCall = (): never => {
      throw new UndertoneError('worker-crashed', 'gone')
    }
    const answers = classifyTexts(['good'], fakeClassifier({ onCall }))
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'worker-crashed' })
  })

  it('hears an abort', async () => {
    const answers = classifyTexts(['good'], fakeClassifier(), { signal: AbortSignal.abort() })
    expect(await answers.catch(toProblem)).toMatchObject({ code: 'aborted' })
  })
})

describe('whether a text fits', () => {
  const fits = {
    fit: ({ texts }: { texts: readonly string[] }) =>
      Promise.resolve(
        texts.map((text) => ({
          language: text === 'gut' ? ('other' as const) : ('unclear' as const),
          length: 'word' as const,
        })),
      ),
  }

  it('is flagged between what the model says and what the cleaning did', async () => {
    const answers = await classifyTexts(['', 'good', '<b>gut</b>', 'hm'], fakeClassifier({ answer }), {
      fits,
    })
    expect(answers.map(({ flags }) => flags)).toEqual([
      ['no_text'],
      [],
      ['not_sure', 'other_language', 'too_short', 'markup_removed'],
      ['not_sure', 'too_short'],
    ])
  })

  it('may stay unknown', async () => {
    const failing = { fit: () => Promise.reject(new Error('the worker died')) }
    const [good] = await classifyTexts(['good'], fakeClassifier({ answer }), { fits: failing })
    expect(good).toMatchObject({ label: 'positive', flags: [] })
  })
})
