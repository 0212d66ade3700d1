import { isAbort, toProblem } from '../../domain/errors.ts'
import type { Model } from '../../inference/facade/model.ts'
import { plural } from '../../lib/format.ts'
import { classifySentences, type SentenceStep } from '../../pipeline/classifySentences.ts'
import { announce } from '../../ui/announcer.ts'
import { CLOSED, useTextStore, type Sentences } from './textStore.ts'

interface Course {
  steps: AsyncGenerator<SentenceStep, void>
  controller: AbortController
}

/** What is being read, from opening to closing. */
let course: Course | null = null

/** Reads the first sentences of the text that is there now; does nothing while they are shown. */
export async function openSentences(model: Model): Promise<void> {
  const { text, sentences } = useTextStore.getState()
  if (sentences.status !== 'closed') return
  const controller = new AbortController()
  course = { steps: classifySentences(text, model, { signal: controller.signal }), controller }
  await step(course)
}

/** Reads the sentences behind those that are shown. */
export async function moreSentences(): Promise<void> {
  const { sentences } = useTextStore.getState()
  if (course !== null && sentences.status === 'read' && sentences.more) await step(course)
}

/** Forgets the sentences; what is on its way is dropped. */
export function closeSentences(): void {
  course?.controller.abort()
  course = null
  if (useTextStore.getState().sentences.status !== 'closed') show(CLOSED)
}

/** From the beginning, after a failure. */
export async function retrySentences(model: Model): Promise<void> {
  closeSentences()
  await openSentences(model)
}

async function step({ steps, controller: { signal } }: Course): Promise<void> {
  const { list } = useTextStore.getState().sentences
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

function show(sentences: Sentences): void {
  useTextStore.setState({ sentences })
}
