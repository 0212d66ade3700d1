/** The three sentiments, in the order of the model's logits and of every chart and table. */
export const LABELS = ['negative', 'neutral', 'positive'] as const

export type Label = (typeof LABELS)[number]

/** One value per label, in words: probabilities, counts, shares. */
export type PerLabel<T> = Readonly<Record<Label, T>>

/** Builds a value for each label from its index in `LABELS`. */
export function perLabel<T>(make: (label: Label, index: number) => T): PerLabel<T> {
  return { negative: make('negative', 0), neutral: make('neutral', 1), positive: make('positive', 2) }
}
