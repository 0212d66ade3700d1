import { hasText } from '../../../domain/clean.ts'
import { isOtherLanguage } from '../../../domain/textFit.ts'
import type { FileProfile } from '../../protocol.ts'
import { everyRow, type RowSource } from '../rows/rowSource.ts'
import type { ReadFit } from '../answers/fitReaders.ts'
import { languageReader } from '../answers/readTextColumn.ts'
import { rowText } from '../rows/rowText.ts'
import { textHash } from '../rows/textHash.ts'
import { wordCount } from '../rows/wordCount.ts'

/** In the quantiles longer texts count as this long. */
const MOST_WORDS = 10_000
const MOST_LABELS = 60
/** Texts whose language is told. */
const SAMPLE = 1000

export interface ProfiledColumns {
  text: readonly number[]
  label: number | null
  language?: number | null
}

/**
 * Reads some columns once: the texts, read together where they are several, and the labels or stars. Texts are equal when
 * 52 bits of their hashes are. Rejects with the signal's reason.
 */
export async function profileFile(
  rows: RowSource,
  { text, label, language = null }: ProfiledColumns,
  readFit: ReadFit,
  signal?: AbortSignal,
): Promise<FileProfile> {
  const [column = -1, ...titles] = text.toReversed()
  const above = titles.toReversed()
  const lengths = new Uint32Array(MOST_WORDS + 1)
  const seen = new Set<number>()
  const labels = new Map<string, number>()
  const isOther = languageReader()
  const step = Math.max(1, rows.length / SAMPLE)
  let [withText, duplicates, longest] = [0, 0, 0]
  let [looked, likelyEnglish, unknown] = [0, 0, 0]
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const [index, cells] of block.records.entries()) {
      if (label !== null && labels.size <= MOST_LABELS) {
        const value = cells[label]?.trim() ?? ''
        labels.set(value, (labels.get(value) ?? 0) + 1)
      }
      const joined = rowText(cells, { column, above }).text
      if (!hasText(joined)) continue
      withText++
      // Evenly over the file, whatever rows have no text.
      if ((block.rows[index] ?? 0) >= looked * step && looked < SAMPLE) {
        looked++
        const declared = language !== null && isOther(cells[language] ?? '')
        const read = readFit(joined).language
        if (read === null && !declared) unknown++
        else if (!isOtherLanguage(read, declared)) likelyEnglish++
      }
      const words = Math.round(wordCount(joined))
      longest = Math.max(longest, words)
      const length = Math.min(MOST_WORDS, words)
      lengths[length] = (lengths[length] ?? 0) + 1
      const key = longHash(joined)
      if (seen.has(key)) duplicates++
      else seen.add(key)
    }
  }
  const atShare = (share: number): number => quantile(lengths, Math.max(1, Math.ceil(share * withText)))
  return {
    rows: rows.length,
    withoutText: rows.length - withText,
    duplicates,
    words: {
      least: atShare(0),
      quarter: atShare(0.25),
      half: atShare(0.5),
      threeQuarters: atShare(0.75),
      most: longest,
    },
    // Without the detector only the obvious is known, of which no share is told.
    languages: looked > 0 && unknown === 0 ? { sampled: looked, likelyEnglish } : null,
    labels:
      label === null || labels.size > MOST_LABELS
        ? null
        : [...labels].map(([value, count]) => ({ value, rows: count })).sort((a, b) => b.rows - a.rows),
  }
}

function longHash(text: string): number {
  return textHash(text) * 2 ** 20 + (textHash(`${text}\0`) >>> 12)
}

/** The length of the text that is the `nth` shortest; 0 without any. */
function quantile(lengths: Uint32Array, nth: number): number {
  let seen = 0
  for (const [length, texts] of lengths.entries()) {
    seen += texts
    if (seen >= nth) return length
  }
  return 0
}
