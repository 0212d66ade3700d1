import { labelMeaning, sideOf } from './labelMeaning.ts'
import type { Label } from './labels.ts'

/** What a label of a foreign model probably means; null when its name says nothing that is known here. */
export interface LabelGuess {
  label: Label | null
  /** False: the name alone does not say it, and a person should check. */
  sure: boolean
}

const UNKNOWN: LabelGuess = { label: null, sure: false }

/** Strength does not change the side. */
const STRENGTHS = new Set(
  'very extremely highly strongly strong slightly somewhat weakly weak mildly mostly rather quite overall'.split(
    ' ',
  ),
)
/** Words that only say that it is a label. */
const FILLERS = new Set('label class sentiment review tone emotion'.split(' '))
const NOT = new Set(['not', 'non', 'no'])
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five']
/** A nameless scale with more steps than this is hardly one of sentiment. */
const MOST_STEPS = 5

/**
 * Guesses for all labels of a model at once, in their order: a scale (`1 star` … `5 stars`, `LABEL_0` … `LABEL_2`,
 * `-1 0 1`) shows only in all of them together.
 */
export function guessLabels(names: readonly string[]): LabelGuess[] {
  return scaleOf(names) ?? names.map((name) => guessName(wordsOf(name)))
}

/** Whether every label's meaning is plain from its name. */
export function allSure(guesses: readonly LabelGuess[]): boolean {
  return guesses.every(({ sure }) => sure)
}

function guessName(words: readonly string[]): LabelGuess {
  const [first = '', ...rest] = words
  if (NOT.has(first) && rest.length > 0) {
    const denied = guessName(rest)
    // Not toxic is no praise; not positive may be either of the others.
    return denied.label === 'negative' ? { label: 'neutral', sure: false } : UNKNOWN
  }
  if (STRENGTHS.has(first) && rest.length > 0) return guessName(rest)
  const meaning = labelMeaning(words.join(''))
  return meaning === null ? UNKNOWN : { label: meaning.label, sure: meaning.sureness !== 'leaning' }
}

/** Null when the labels are not the steps of one scale. */
function scaleOf(names: readonly string[]): LabelGuess[] | null {
  const steps = names.map(stepOf)
  const places = steps.flatMap((step) => step?.place ?? [])
  if (places.length < names.length || new Set(places).size < places.length) return null
  const [least, most] = [Math.min(...places), Math.max(...places)]
  if (places.length < 2) return null
  const sure = steps.every((step) => step?.counted === true)
  const signed = least < 0 && most === -least
  // A model for 1 to 5 stars has five labels: with gaps, the numbers are something else.
  if (!signed && (most - least + 1 !== places.length || least > 1)) return null
  if (!sure && !signed && places.length > MOST_STEPS) return null
  return places.map((place) => ({ label: sideOf((place - least) / (most - least)), sure: sure || signed }))
}

interface Step {
  place: number
  /** Of something: stars, points. */
  counted: boolean
}

/** `4 stars`, `stars_4`, `★★★★`, `4/5`, `four stars`, `LABEL_4`, `4`, `-1`. */
function stepOf(name: string): Step | null {
  const text = name.normalize('NFKC').trim().toLowerCase()
  if (/^[★⭐]+$/u.test(text)) return { place: text.length, counted: true }
  const number = /^(-?\d{1,2})$/.exec(text) ?? /^(?:label|class)[ _-]?(\d{1,2})$/.exec(text)
  if (number !== null) return { place: Number(number[1]), counted: false }
  const counted =
    /^(\w+)[ _-]?(?:stars?|points?|★)$/.exec(text) ??
    /^(?:stars?|rating|score|points?)[ _-]?(\w+)$/.exec(text) ??
    /^(\d{1,2})\s?\/\s?\d{1,2}$/.exec(text)
  const written = counted?.[1] ?? ''
  const place = NUMBER_WORDS.includes(written) ? NUMBER_WORDS.indexOf(written) : Number.parseInt(written, 10)
  return Number.isNaN(place) ? null : { place, counted: true }
}

/** `LABEL_VeryNegative` becomes `very`, `negative`. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word))
}
