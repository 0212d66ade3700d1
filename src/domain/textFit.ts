import type { Flag } from './flags.ts'
import { readsLikeOtherLanguage, type LeadOverEnglish } from './otherLanguage.ts'
import { telling, textWords } from './textWords.ts'

/** Whether a text is one that the model was made for: English, and more than a word. */
export interface TextFit {
  /** Null where it could not be looked at. */
  otherLanguage: boolean | null
  /** `nothing`: neither a letter nor an emoji. `word`: a single word without an emoji. */
  length: 'nothing' | 'word' | 'enough'
}

// Pictures and symbols, stars and hearts among them, and the faces that people type; not the mark of a byte gone wrong.
const EMOJI = /(?!\uFFFD)[\p{Extended_Pictographic}\p{So}]|[:;=8x][-'^o]?[()[\]dpo3/\\|*]|<3|\^_?\^/iu

/** Takes any string; the time it takes is bounded, however long that is. `lead` is null where no detector is there. */
export function textFit(text: string, lead: LeadOverEnglish | null): TextFit {
  const told = telling(text)
  return { otherLanguage: readsLikeOtherLanguage(told, lead), length: lengthOf(told) }
}

/**
 * The flags of a text, given whether the model is sure of its label and whether it reads English only.
 *
 * `too_short` is a text without a letter or emoji, such as “...” or “5/5”, which the model cannot read, and a single word
 * that it is not sure of. On dev the label of single words it is sure of (“good”, “Thanks!!”) is right in 82 of 100
 * cases (57 texts), as often as that of longer texts; of those it is not sure of, in 57 of 100 (70 texts). An emoji by
 * itself or with a word is clear (13 of 15). Two words are enough: where the model is not sure of them, `not_sure` says so.
 */
export function fitFlags(
  { otherLanguage, length }: TextFit,
  { notSure, english }: { notSure: boolean; english: boolean },
): Flag[] {
  return [
    ...(english && otherLanguage === true ? (['other_language'] as const) : []),
    ...(isTooShort(length, notSure) ? (['too_short'] as const) : []),
  ]
}

export function isTooShort(length: TextFit['length'], notSure: boolean): boolean {
  return length === 'nothing' || (length === 'word' && notSure)
}

function lengthOf(told: string): TextFit['length'] {
  if (EMOJI.test(told)) return 'enough'
  const words = textWords(told).length
  return words > 1 ? 'enough' : words === 1 ? 'word' : 'nothing'
}
