import type { PerLabel } from '../domain/labels.ts'

/** How a label is drawn and read: never by colour alone. */
export const LABEL_WORDS: PerLabel<{ word: string; glyph: string }> = {
  negative: { word: 'Negative', glyph: '▼' },
  neutral: { word: 'Neutral', glyph: '●' },
  positive: { word: 'Positive', glyph: '▲' },
}
