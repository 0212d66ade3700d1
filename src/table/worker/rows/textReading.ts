import { hasText } from '../../../domain/clean.ts'
import { flagBit } from '../../../domain/flags.ts'
import { FirstRows } from './firstRows.ts'
import { Growing } from './growing.ts'
import type { RowGatherer } from './rowGatherer.ts'
import { rowText, type TextColumns } from './rowText.ts'
import { textNumbers } from './textNumbers.ts'
import { WordCounts } from './wordCounts.ts'

export const NO_TEXT = flagBit('no_text')
const MARKUP_REMOVED = flagBit('markup_removed')

/** What one pass over the texts learns of them. */
export interface TextReading {
  /** By row: bits as in `domain/flags`, `no_text` and `markup_removed`. */
  bits: Uint16Array
  /** By row: the first row whose text has the same hash, which may be the row itself; it is where there is no text. */
  first: Uint32Array
  /** Rows with text. */
  withText: number
  /** Different hashes of texts. */
  distinct: number
  /** UTF-16 units of the first texts of each hash, cleaned. */
  characters: number
  words: WordCounts
}

export function textGatherer(columns: TextColumns): RowGatherer<TextReading> {
  const bits = new Growing((length) => new Uint16Array(length))
  const first = new Growing((length) => new Uint32Array(length))
  const firstRows = new FirstRows()
  const counts = new WordCounts()
  let [withText, distinct, characters] = [0, 0, 0]
  return {
    add(cells) {
      const row = bits.length
      const { text, markupRemoved } = rowText(cells, columns)
      const readable = hasText(text)
      bits.push((readable ? 0 : NO_TEXT) | (markupRemoved ? MARKUP_REMOVED : 0))
      if (!readable) {
        first.push(row)
        return
      }
      const { hash, words } = textNumbers(text)
      const firstRow = firstRows.firstOf(row, hash)
      first.push(firstRow)
      withText++
      counts.add(Math.round(words))
      if (firstRow !== row) return
      distinct++
      characters += text.length
    },
    finish: () => ({
      bits: bits.view(0, bits.length).slice(),
      first: first.view(0, first.length).slice(),
      withText,
      distinct,
      characters,
      words: counts,
    }),
  }
}
