import type { TextLogits } from '../domain/decide.ts'
import { abortable } from '../lib/abortable.ts'
import { fakeModel, logitsOf, type FakeModel } from './fakeModel.ts'

const GOOD = logitsOf({ negative: 0.1, neutral: 0.1, positive: 0.8 })
const BAD = logitsOf({ negative: 0.9, neutral: 0.05, positive: 0.05 })
const UNSURE = logitsOf({ negative: 0.3, neutral: 0.4, positive: 0.3 })

export interface FakeBatchModel extends Omit<FakeModel, 'asked'> {
  /** Texts of each call, in order. */
  chunks: (readonly string[])[]
  /** Calls wait from now on. */
  hold: () => void
  /** Answers the call that has waited longest. */
  answerOne: () => void
  /** Answers all that wait, and whatever is asked later. */
  release: () => void
  /** Later calls, and those that wait, fail so. `null`: they are answered again. */
  failWith: (error: Error | null) => void
}

/** A model that reads whole chunks: "good" is positive, "bad" negative, anything else neutral and not sure. */
export function fakeBatchModel(): FakeBatchModel {
  const chunks: (readonly string[])[] = []
  const waiting: (() => void)[] = []
  let holding = false
  let failure: Error | null = null

  async function answer(texts: readonly string[]): Promise<TextLogits[]> {
    if (holding) await new Promise<void>((resolve) => waiting.push(resolve))
    if (failure) throw failure
    return texts.map((text) => (text.includes('good') ? GOOD : text.includes('bad') ? BAD : UNSURE))
  }

  function release(): void {
    holding = false
    for (const go of waiting.splice(0)) go()
  }

  return {
    ...fakeModel(),
    chunks,
    classify: (texts, { signal }) => {
      chunks.push(texts)
      return abortable(answer(texts), signal)
    },
    hold: () => {
      holding = true
    },
    answerOne: () => waiting.shift()?.(),
    release,
    failWith: (error) => {
      failure = error
      release()
    },
  }
}
