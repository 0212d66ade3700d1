import { isAbort, toProblem } from '../../domain/errors.ts'
import type { Model } from '../../inference/facade/model.ts'
import { plural } from '../../lib/format.ts'
import { classifySentences, type SentenceStep } from '../../pipeline/classifySentences.ts'
import { announce } from '../../ui/announcer.ts'
import { CLOSED, type Sentences, type TextStore } from './textStore.ts'

/** The text sentence by sentence. None of its promises rejects. */
export interface SentenceReading {
  /** Reads the first sentences of the text that is there now; does nothing while they are shown. */
  openSentences: () => Promise<void>
  /** Reads the sentences behind those that are shown. */
  moreSentences: () => Promise<void>
  /** Forgets the sentences; what is on its way is dropped. */
  closeSentences: () => void
  /** From the beginning, after a failure. */
  retrySentences: () => Promise<void>
}

interface Course {
  steps: AsyncGenerator<SentenceStep, void>
  controller: AbortController
}

export function createSentenceReading(model: Model, state: TextStore): SentenceReading {
  /** What is being read, from opening to closing. */
  let course: Course | null = null
  const show = (sentences: Sentences): void => state.setState({ sentences })

  async function openSentences(): Promise<void> {
    const { text, sentences } = state.getState()
    if (sentences.status !== 'closed') return
    const controller = new AbortController()
    course = { steps: classifySentences(text, model, { signal: controller.signal }), controller }
    await step(course)
  }

  async function moreSentences(): Promise<void> {
    const { sentences } = state.getState()
    if (course !== null && sentences.status === 'read' && sentences.more) await step(course)
  }

  function closeSentences(): void {
    course?.controller.abort()
    course = null
    if (state.getState().sentences.status !== 'closed') show(CLOSED)
  }

  async function retrySentences(): Promise<void> {
    closeSentences()
    await openSentences()
  }

  async function step({ steps, controller: { signal } }: Course): Promise<void> {
    const { list } = state.getState().sentences
    show({ status: 'reading', list })
    try {
      const { value } = await steps.next()
      if (signal.aborted) return
      const all = [...list, ...(value?.sentences ?? [])]
      show({ status: 'read', list: all, more: value?.more ?? false })
      announce(`${plural(all.length, 'sentence')} read`)
    } catch (error) {
      if (signal.aborted) return
      // Aborted by nobody here: another model was chosen, and the text is read again.
      if (isAbort(error)) closeSentences()
      else show({ status: 'failed', list, problem: toProblem(error) })
    }
  }

  return { openSentences, moreSentences, closeSentences, retrySentences }
}
