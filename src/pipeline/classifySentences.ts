import type { Classifier } from '../domain/classifier.ts'
import { clean } from '../domain/clean.ts'
import { decide, type Decision } from '../domain/decide.ts'
import { sentencesOf, type Sentence } from '../domain/sentences.ts'

/** A sentence, read by itself. `start` and `end` count in the cleaned text. */
export interface SentenceAnswer extends Sentence {
  answer: Decision
}

export interface SentenceStep {
  sentences: SentenceAnswer[]
  /** Whether there are sentences behind these. */
  more: boolean
}

/** Sentences of one step: they take as long as that many short texts. */
const STEP = 40

/**
 * Reads a text sentence by sentence, in steps that are taken when the caller asks for the next one: a book is not read
 * for its first page. A person waits for them, as for the text: the same weights read both. Cleans the text first; one
 * that holds nothing has no step. Rejects as `classify` does, also when aborted.
 */
export async function* classifySentences(
  text: string,
  classifier: Classifier,
  { signal }: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<SentenceStep, void> {
  const calibration = await classifier.calibration()
  const sentences = sentencesOf(clean(text).text)
  let step = take(sentences, STEP)
  while (step.length > 0) {
    const texts = step.map((sentence) => sentence.text)
    const logits = await classifier.classify(texts, { for: 'person', signal })
    const answers = step.map((sentence, index) => {
      const found = logits[index]
      if (found === undefined) throw new RangeError(`no answer for sentence ${index}`)
      return { ...sentence, answer: decide(found, calibration) }
    })
    step = take(sentences, STEP)
    yield { sentences: answers, more: step.length > 0 }
  }
}

function take<T>(items: Iterator<T, void>, count: number): T[] {
  const taken: T[] = []
  while (taken.length < count) {
    const next = items.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}
