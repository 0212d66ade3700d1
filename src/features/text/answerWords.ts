import type { Answer } from '../../pipeline/classifyTexts.ts'
import type { Flag } from '../../domain/flags.ts'
import { flagWords } from '../../words/flagWords.ts'
import { LABELS, type Label } from '../../domain/labels.ts'
import { LABEL_WORDS } from '../../words/labelWords.ts'
import { formatShare } from '../../lib/format.ts'

/** An answer for a text that had something to read. */
export interface Verdict {
  label: Label
  confidence: number
  probabilities: NonNullable<Answer['probabilities']>
  /** Parts that the text was read in. */
  windows: number
  flags: Flag[]
  /** Whether it was measured how often the model is right when it is so sure. */
  calibrated: boolean
}

/** Null when there was nothing to read, of which nothing is said. */
export function toVerdict(
  { label, confidence, probabilities, windows, flags }: Answer,
  calibrated: boolean,
): Verdict | null {
  if (label === null || confidence === null || probabilities === null) return null
  return { label, confidence, probabilities, windows, flags, calibrated }
}

/** How sure, and what that means; or that it is not sure, and between which two. */
export function sentence({ label, confidence, probabilities, flags, calibrated }: Verdict): string {
  if (flags.includes('not_sure')) {
    const [first, second] = LABELS.toSorted((a, b) => probabilities[b] - probabilities[a])
    const close = [first, second]
      .filter((each) => each !== undefined)
      .map((each) => `${word(each)} ${formatShare(probabilities[each])}`)
    return `Not sure: ${close.join(', ')}. Worth reading yourself.`
  }
  const probably = `Probably ${word(label)}, ${formatShare(confidence)}. `
  if (flags.includes('other_language'))
    return `${probably}The model was made for English; how often it is right in other languages was not measured.`
  if (!calibrated) return `${probably}So says the model; how often it is right was not measured.`
  return (
    probably +
    `Of test reviews scored like this, ${inHundred(confidence)} were ${word(label)}; yours may differ.`
  )
}

/** What a screen reader says once the person pauses: "Positive, 87 percent, sure". */
export function spoken(verdict: Verdict): string {
  const percent = formatShare(verdict.confidence).replace(' %', ' percent')
  return `${LABEL_WORDS[verdict.label].word}, ${percent}, ${howSure(verdict)}`
}

function howSure({ flags, calibrated }: Verdict): string {
  if (flags.includes('not_sure')) return 'not sure'
  if (flags.includes('other_language')) return 'may not be in English'
  if (flags.includes('too_short')) return 'very short'
  return calibrated ? 'sure' : 'how often that is right was not measured'
}

const NOTED: readonly Flag[] = ['mixed', 'long', 'other_language', 'too_short', 'markup_removed']

/** What else to know about how the text was read. "Not sure" is said by the sentence. */
export function notes({ flags, windows }: Verdict): string[] {
  return NOTED.filter((flag) => flags.includes(flag)).map((flag) => flagWords(flag, windows))
}

function word(label: Label): string {
  return LABEL_WORDS[label].word.toLowerCase()
}

function inHundred(share: number): string {
  return share >= 0.995 ? 'more than 99 in 100' : `about ${Math.round(share * 100)} in 100`
}
