import { clean, hasText } from '../../domain/clean.ts'
import { isAbort, toProblem } from '../../domain/errors.ts'
import type { Model } from '../../inference/facade/model.ts'
import { abortable } from '../../lib/abortable.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { classifyTexts, type Answer } from '../../pipeline/classifyTexts.ts'
import { announce } from '../../ui/announcer.ts'
import { spoken, toVerdict, type Verdict } from './answerWords.ts'
import { pause } from '../../lib/pause.ts'
import { closeSentences } from './readSentences.ts'
import { useTextStore, type Reading } from './textStore.ts'

/** Long enough not to read every letter, short enough to feel immediate. */
const DEBOUNCE_MS = 150
const SLOW_MS = 400
const SPEAK_AFTER_MS = 1000

const latest = latestOnly()

/**
 * Takes a text over from the person and reads it. The reading before it is aborted and its answer dropped. Settles
 * when the answer was spoken or the next text came; never rejects.
 */
export async function readText(text: string, model: Model): Promise<void> {
  const signal = latest()
  closeSentences()
  if (!hasText(clean(text).text)) {
    useTextStore.setState({ text, reading: { status: 'empty' } })
    return
  }
  useTextStore.setState(({ reading }) => ({
    text,
    reading: { status: 'reading', previous: shownBefore(reading, model), slow: false },
  }))
  const slow = setTimeout(markSlow, DEBOUNCE_MS + SLOW_MS)
  signal.addEventListener('abort', () => clearTimeout(slow), { once: true })
  try {
    await pause(DEBOUNCE_MS, signal)
    const verdict = toVerdict(await answerOnceReady(text, model, signal), isCalibrated(model))
    clearTimeout(slow)
    setReading(verdict === null ? { status: 'empty' } : { status: 'answered', verdict })
    if (verdict === null) return
    await pause(SPEAK_AFTER_MS, signal)
    // By now it may be known that the text does not fit the model.
    const { reading } = useTextStore.getState()
    announce(spoken(reading.status === 'answered' ? reading.verdict : verdict))
  } catch (error) {
    if (isAbort(error)) return
    clearTimeout(slow)
    setReading({ status: 'failed', problem: toProblem(error) })
  }
}

/** Loads a model that failed; the text waits for it and is answered then. */
export function retryModel(model: Model): void {
  // Its failure is the model's state, which the view shows.
  model.load().catch(() => undefined)
}

/** Waits while the model is failed, however often, until somebody has loaded it again. */
async function answerOnceReady(text: string, model: Model, signal: AbortSignal): Promise<Answer> {
  for (;;) {
    await notFailed(model, signal)
    try {
      const [answer] = await abortable(classifyTexts([text], model, { signal }), signal)
      if (answer !== undefined) return answer
      throw new RangeError('one text must have one answer')
    } catch (error) {
      signal.throwIfAborted()
      // Aborted by nobody here: another model was chosen meanwhile, and that one answers.
      if (!isAbort(error) && model.state.getState().status !== 'failed') throw error
    }
  }
}

function isCalibrated({ state }: Model): boolean {
  const now = state.getState()
  return now.status === 'ready' && now.details.calibrated
}

function notFailed({ state }: Model, signal: AbortSignal): Promise<void> {
  if (state.getState().status !== 'failed') return Promise.resolve()
  const recovered = new Promise<void>((resolve) => {
    const unsubscribe = state.subscribe(({ status }) => {
      if (status === 'failed') return
      unsubscribe()
      resolve()
    })
    signal.addEventListener('abort', unsubscribe, { once: true })
  })
  return abortable(recovered, signal)
}

/** Without a model the wait is long, and an answer to another text must not stand there meanwhile. */
function shownBefore(reading: Reading, model: Model): Verdict | null {
  if (model.state.getState().status !== 'ready') return null
  if (reading.status === 'answered') return reading.verdict
  return reading.status === 'reading' ? reading.previous : null
}

function markSlow(): void {
  useTextStore.setState(({ reading }) => ({
    reading: reading.status === 'reading' ? { ...reading, slow: true } : reading,
  }))
}

function setReading(reading: Reading): void {
  useTextStore.setState({ reading })
}
