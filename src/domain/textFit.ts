import type { Flag } from './flags.ts'
import { readLanguage, type LeadOverEnglish, type ReadLanguage } from './otherLanguage.ts'
import { telling, textWords } from './textWords.ts'

/** Whether a text is one that the model was made for: English, and more than a word. */
export interface TextFit {
  /** Null where it could not be looked at. */
  language: ReadLanguage | null
  /** `nothing`: neither a letter nor an emoji. `word`: a single word without an emoji. */
  length: 'nothing' | 'word' | 'enough'
}

// Pictures and symbols, stars and hearts among them; not the mark of a byte gone wrong.
const PICTURE = /(?!\uFFFD)[\p{Extended_Pictographic}\p{So}]/u
// The faces that people type. Eyes and mouths that are letters or figures stand by themselves: “8/10” and “expensive” have none.
const FACE = /(?:[:;=]|(?<![\p{L}\p{N}])[8x])[-'^o]?(?:[()[\]\\|*]|[dpo3/](?![\p{L}\p{N}]))|<3|\^_?\^/iu

/** Takes any string; the time it takes is bounded, however long that is. `lead` is null where no detector is there. */
export function textFit(text: string, lead: LeadOverEnglish | null): TextFit {
  const told = telling(text)
  return { language: readLanguage(told, lead), length: lengthOf(told) }
}

/**
 * Whether a row is in another language, given whether its language column says so. Stores fill that column with the language
 * of the reviewer's device: a text that clearly reads like English is believed instead.
 */
export function isOtherLanguage(read: ReadLanguage | null, declaredOther: boolean): boolean {
  return read === 'other' || (declaredOther && read !== 'english')
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
  { language, length }: TextFit,
  { notSure, english }: { notSure: boolean; english: boolean },
): Flag[] {
  return [
    ...(english && language === 'other' ? (['other_language'] as const) : []),
    ...(isTooShort(length, notSure) ? (['too_short'] as const) : []),
  ]
}

export function isTooShort(length: TextFit['length'], notSure: boolean): boolean {
  return length === 'nothing' || (length === 'word' && notSure)
}

function lengthOf(told: string): TextFit['length'] {
  if (PICTURE.test(told) || FACE.test(told)) return 'enough'
  const words = textWords(told).length
  return words > 1 ? 'enough' : words === 1 ? 'word' : 'nothing'
}
