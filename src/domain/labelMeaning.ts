import { LABELS, type Label } from './labels.ts'

/** How surely a word means a sentiment. */
export type Sureness =
  /** It is the name of the sentiment itself, or its usual short form. */
  | 'name'
  /** It says the sentiment in another way or another language. */
  | 'word'
  /** It is of a neighbouring task (what is toxic, what is joyful) and only leans to a side. */
  | 'leaning'

export interface LabelMeaning {
  label: Label
  sureness: Sureness
}

const MEANINGS: Readonly<Record<Sureness, Readonly<Record<Label, string>>>> = {
  name: { negative: 'negative neg', neutral: 'neutral neu', positive: 'positive pos' },
  word: {
    negative:
      'bearish bad unfavorable unfavourable unsatisfied dissatisfied unhappy complaint dislike pessimistic ' +
      'negativo negativa negatif négatif négative negativ негативный негатив отрицательный 负面 消极 負面 ネガティブ 부정',
    neutral:
      'mixed balanced objective factual none indifferent neutro neutra neutre нейтральный 中性 中立 ニュートラル 중립',
    positive:
      'bullish good favorable favourable satisfied happy praise like optimistic ' +
      'positivo positiva positif positiv позитивный позитив положительный 正面 积极 積極 ポジティブ 긍정',
  },
  leaning: {
    negative:
      'toxic toxicity hate hateful hatespeech offensive insult abusive threat obscene spam n ' +
      'sell anger angry sadness sad fear disgust disappointment annoyance frustration',
    neutral: 'normal clean surprise uncertainty confusion hold',
    positive: 'joy love admiration gratitude approval optimism amusement excitement relief pride p buy',
  },
}

const BY_WORD: ReadonlyMap<string, LabelMeaning> = new Map(
  (['name', 'word', 'leaning'] as const).flatMap((sureness) =>
    LABELS.flatMap((label) =>
      MEANINGS[sureness][label].split(' ').map((word): [string, LabelMeaning] => [word, { label, sureness }]),
    ),
  ),
)

/** What one word in small letters means as a label; null when it says nothing that is known here. */
export function labelMeaning(word: string): LabelMeaning | null {
  return BY_WORD.get(word) ?? null
}

/** Answers to a question (is it recommended?) and two words of `labelMeaning`: in a column they tell labels, whatever its name. */
const IN_COLUMNS = new Set('mixed good bad true false yes no recommended not_recommended'.split(' '))

/** Whether a value of a column, in small letters, is written as a label, even if it does not say of which sentiment. */
export function isWrittenLabel(value: string): boolean {
  return labelMeaning(value)?.sureness === 'name' || IN_COLUMNS.has(value)
}

/** How numbers stand for labels: `labels` and `binary` from 0, `stars` from 1. */
export type NumberScale = 'labels' | 'binary' | 'stars'

const STEPS: Readonly<Record<NumberScale, { first: number; labels: readonly Label[] }>> = {
  labels: { first: 0, labels: LABELS },
  binary: { first: 0, labels: ['negative', 'positive'] },
  stars: { first: 1, labels: ['negative', 'negative', 'neutral', 'positive', 'positive'] },
}

/** What a number written with one digit means on a scale; null when the scale has no such step. */
export function numberMeaning(digit: string, scale: NumberScale): Label | null {
  const { first, labels } = STEPS[scale]
  return /^\d$/.test(digit) ? (labels[Number(digit) - first] ?? null) : null
}

/** The label of a step of a scale by its place: 0 is the lowest step, 1 the highest. */
export function sideOf(share: number): Label {
  if (share < 0.4) return 'negative'
  return share > 0.6 ? 'positive' : 'neutral'
}
