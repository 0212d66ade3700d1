import { expect, it } from 'vitest'
import type { TextLogits } from '../domain/decide.ts'
import { toProblem, UndertoneError } from '../domain/errors.ts'
import { fakeClassifier } from '../testing/fakeClassifier.ts'
import { classifySentences, type SentenceAnswer, type SentenceStep } from './classifySentences.ts'

/** A model that knows two words. */
function answer(text: string): TextLogits {
  const logits = text.includes('bad') ? [9, 0, 0] : text.includes('good') ? [0, 0, 9] : [0, 9, 0]
  return { logits: Float32Array.from(logits), pieces: Uint32Array.of(1) }
}

async function all(steps: AsyncGenerator<SentenceStep, void>): Promise<SentenceAnswer[]> {
  const found: SentenceAnswer[] = []
  for await (const { sentences } of steps) found.push(...sentences)
  return found
}

it('answers each sentence by itself, in order, and says where it stands', async () => {
  const text = 'The plans are good. The update is bad! It has a menu.'
  const found = await all(classifySentences(text, fakeClassifier({ answer })))
  expect(found.map(({ start, end, answer: { label } }) => [text.slice(start, end), label])).toEqual([
    ['The plans are good.', 'positive'],
    ['The update is bad!', 'negative'],
    ['It has a menu.', 'neutral'],
  ])
})

it('reads the cleaned text, for a person', async () => {
  const classifier = fakeClassifier({ answer })
  await all(classifySentences('<p>R&amp;D is good.</p><p>&lt;b&gt; is bad.</p>', classifier))
  expect(classifier.calls).toEqual([['R&D is good.', '<b> is bad.']])
  expect(classifier.callsFor).toEqual(['person'])
})

it('finds nothing in a text that holds nothing, and asks nobody', async () => {
  const classifier = fakeClassifier({ answer })
  expect(await all(classifySentences(' <br> ', classifier))).toEqual([])
  expect(classifier.calls).toEqual([])
})

it('reads on only when it is asked to', async () => {
  const classifier = fakeClassifier({ answer })
  const steps = classifySentences('This one is good. '.repeat(100), classifier)
  const first = await steps.next()
  expect([first.value?.more, classifier.calls.length]).toEqual([true, 1])
  const rest = await all(steps)
  expect((first.value?.sentences.length ?? 0) + rest.length).toBe(100)
})

it('says when there are no more', async () => {
  const last = await classifySentences('One good. One bad.', fakeClassifier({ answer })).next()
  expect(last.value).toMatchObject({ sentences: [{ text: 'One good.' }, { text: 'One bad.' }], more: false })
})

it('stops when it is aborted', async () => {
  const controller = new AbortController()
  const steps = classifySentences('One good. '.repeat(100), fakeClassifier({ answer }), {
    signal: controller.signal,
  })
  await steps.next()
  controller.abort()
  expect(await steps.next().catch(toProblem)).toMatchObject({ code: 'aborted' })
})

it('fails as the model fails', async () => {
  const onCall = (): never => {
    throw new UndertoneError('worker-crashed', 'gone')
  }
  const found = all(classifySentences('Good.', fakeClassifier({ onCall })))
  expect(await found.catch(toProblem)).toMatchObject({ code: 'worker-crashed' })
})
