import type { Classifier } from '../domain/classifier.ts'
import { clean, hasText } from '../domain/clean.ts'
import { decide } from '../domain/decide.ts'
import type { Flag } from '../domain/flags.ts'
import type { Label, PerLabel } from '../domain/labels.ts'
import { fitFlags } from '../domain/textFit.ts'
import type { TextFits } from './textFits.ts'

/** The answer for one text. All three are null exactly when there is nothing to read (`no_text`). */
export interface Answer {
  label: Label | null
  confidence: number | null
  probabilities: PerLabel<number> | null
  /** Overlapping parts that the text was read in; 1 where it fits the model, 0 when there is nothing to read. */
  windows: number
  flags: Flag[]
}

const NOTHING = { label: null, confidence: null, probabilities: null, windows: 0 }

/**
 * Cleans, classifies and decides texts that a person waits for. For a file of rows see `runBatch.ts`. With `fits`,
 * answers to texts in another language or too short are flagged; where that cannot be told they are not.
 */
export async function classifyTexts(
  texts: readonly string[],
  classifier: Classifier,
  { fits, signal }: { fits?: TextFits; signal?: AbortSignal | undefined } = {},
): Promise<Answer[]> {
  const cleaned = texts.map(clean)
  const readable = cleaned.map(({ text }) => text).filter(hasText)
  const [calibration, logits, fit] = await Promise.all([
    classifier.calibration(),
    readable.length === 0 ? [] : classifier.classify(readable, { for: 'person', signal }),
    readable.length === 0 || !fits ? [] : fits.fit({ texts: readable }, { signal }).catch(() => []),
  ])
  const answers = logits.entries()
  return cleaned.map(({ text, markupRemoved }) => {
    const markup: Flag[] = markupRemoved ? ['markup_removed'] : []
    const next = hasText(text) ? answers.next() : undefined
    if (next?.done !== false) {
      return { ...NOTHING, flags: [...markup, 'no_text'] }
    }
    const [index, answer] = next.value
    const decision = decide(answer, calibration)
    const ofText = fit[index]
    const fitting = ofText
      ? fitFlags(ofText, { notSure: decision.flags.includes('not_sure'), english: calibration.english })
      : []
    return {
      ...decision,
      windows: answer.pieces.length,
      flags: [...decision.flags, ...fitting, ...markup],
    }
  })
}
