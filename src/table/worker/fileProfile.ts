import { hasText } from '../../domain/clean.ts'
import type { FileProfile } from '../protocol.ts'
import { everyRow, type RowSource } from './rowSource.ts'
import { rowText } from './rowText.ts'
import { textHash } from './textHash.ts'
import { wordCount } from './wordCount.ts'

/** Longer texts count as this long. */
const MOST_WORDS = 10_000
const MOST_LABELS = 60

/**
 * Reads some columns once: the texts, read together where they are several, and the labels or stars. Texts are equal when
 * 52 bits of their hashes are. Rejects with the signal's reason.
 */
export async function profileFile(
  rows: RowSource,
  { text, label }: { text: readonly number[]; label: number | null },
  signal?: AbortSignal,
): Promise<FileProfile> {
  const [column = -1, ...titles] = text.toReversed()
  const above = titles.toReversed()
  const lengths = new Uint32Array(MOST_WORDS + 1)
  const seen = new Set<number>()
  const labels = new Map<string, number>()
  let [withText, duplicates] = [0, 0]
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const cells of block.records) {
      if (label !== null && labels.size <= MOST_LABELS) {
        const value = cells[label]?.trim() ?? ''
        labels.set(value, (labels.get(value) ?? 0) + 1)
      }
      const joined = rowText(cells, { column, above }).text
      if (!hasText(joined)) continue
      withText++
      const length = Math.min(MOST_WORDS, Math.round(wordCount(joined)))
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
      most: atShare(1),
    },
    languages: null,
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
