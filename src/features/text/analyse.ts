import { clean, hasText } from '../../domain/clean.ts'
import { isAbort, toProblem } from '../../domain/errors.ts'
import type { Model } from '../../inference/facade/model.ts'
import { latestOnly } from '../../lib/latestOnly.ts'
import { pause } from '../../lib/pause.ts'
import { announce } from '../../ui/announcer.ts'
import { answerOnceReady } from './answerOnceReady.ts'
import { spoken, toVerdict, type Verdict } from './answerWords.ts'
import type { Reading, TextStore } from './textStore.ts'

/** Long enough not to read every letter, short enough to feel immediate. */
const DEBOUNCE_MS = 150
const SLOW_MS = 400
const SPEAK_AFTER_MS = 1000

/**
 * Takes a text over from the person and reads it. The reading before it is aborted and its answer dropped. Settles
 * when the answer was spoken or the next text came; never rejects.
 */
export type ReadText = (text: string) => Promise<void>

export interface ReadTextOptions {
  model: Model
  state: TextStore
  /** The sentences of the text before are not the next one's. */
  closeSentences: () => void
}

export function createReadText({ model, state, closeSentences }: ReadTextOptions): ReadText {
  const latest = latestOnly()
  return async (text) => {
    const signal = latest()
    closeSentences()
    if (!hasText(clean(text).text)) {
      state.setState({ text, reading: { status: 'empty' } })
      return
    }
    state.setState(({ reading }) => ({
      text,
      reading: { status: 'reading', previous: shownBefore(reading, model), slow: false },
    }))
    const slow = setTimeout(() => markSlow(state), DEBOUNCE_MS + SLOW_MS)
    signal.addEventListener('abort', () => clearTimeout(slow), { once: true })
    try {
      await pause(DEBOUNCE_MS, signal)
      const verdict = toVerdict(await answerOnceReady(text, model, signal), isCalibrated(model))
      clearTimeout(slow)
      state.setState({ reading: verdict === null ? { status: 'empty' } : { status: 'answered', verdict } })
      if (verdict === null) return
      await pause(SPEAK_AFTER_MS, signal)
      // By now it may be known that the text does not fit the model.
      const { reading } = state.getState()
      announce(spoken(reading.status === 'answered' ? reading.verdict : verdict))
    } catch (error) {
      if (isAbort(error)) return
      clearTimeout(slow)
      state.setState({ reading: { status: 'failed', problem: toProblem(error) } })
    }
  }
}

function isCalibrated({ state }: Model): boolean {
  const now = state.getState()
  return now.status === 'ready' && now.details.calibrated
}

/** Without a model the wait is long, and an answer to another text must not stand there meanwhile. */
function shownBefore(reading: Reading, model: Model): Verdict | null {
  if (model.state.getState().status !== 'ready') return null
  if (reading.status === 'answered') return reading.verdict
  return reading.status === 'reading' ? reading.previous : null
}

function markSlow(state: TextStore): void {
  state.setState(({ reading }) => ({
    reading: reading.status === 'reading' ? { ...reading, slow: true } : reading,
  }))
}
