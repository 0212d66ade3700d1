import { textFit, type TextFit } from '../../src/domain/textFit.ts'
import type { LeadOverEnglish } from '../../src/domain/otherLanguage.ts'
import { telling, textWords } from '../../src/domain/textWords.ts'
import { table } from './table.ts'

/** Texts by how many words they have. */
const BANDS = [
  { name: '0–1', most: 1 },
  { name: '2–3', most: 3 },
  { name: '4–5', most: 5 },
  { name: '6–9', most: 9 },
  { name: '10–19', most: 19 },
  { name: '20 and more', most: Infinity },
]

export interface ReadText {
  text: string
  words: number
  fit: TextFit
  /** Its place is odd: thresholds were not chosen on it. */
  measured: boolean
}

/** Takes texts in their order, cleaned. */
export function reader(lead: LeadOverEnglish): (text: string) => ReadText {
  let place = 0
  return (text) => ({
    text,
    words: textWords(telling(text)).length,
    fit: textFit(text, lead),
    measured: place++ % 2 === 1,
  })
}

/** What share of texts is said to be in another language, by words, for each half and as a Markdown table. */
export function flaggedTable(texts: readonly ReadText[]): string {
  const bands = BANDS.map(({ name, most }, index) => {
    const above = BANDS[index - 1]?.most ?? -1
    return [name, texts.filter(({ words }) => words > above && words <= most)] as const
  })
  const rows = [...bands, ['all', texts] as const].map(([name, of]) => [
    name,
    ...[false, true].map((half) => flaggedShare(of.filter(({ measured }) => measured === half))),
  ])
  return table(['words', 'chosen on', 'measured on'], rows)
}

/** "3 of 1,461 (0.21 %)" */
function flaggedShare(texts: readonly ReadText[]): string {
  const flagged = texts.filter(({ fit }) => fit.language === 'other').length
  if (texts.length === 0) return '–'
  return `${flagged} of ${texts.length} (${((100 * flagged) / texts.length).toFixed(2)} %)`
}
