import type { Condition } from '../../../domain/query.ts'
import { gatherRows, type RowGatherer } from '../rows/rowGatherer.ts'
import { rowText, type TextColumns } from '../rows/rowText.ts'
import type { AskedTable } from './askedTable.ts'
import { emptyBitmap, setBit, type Bitmap } from './bitmap.ts'

/** Conditions that texts have to be read for. */
export type TextCondition = Extract<Condition, { kind: 'phrase' | 'word' }>

const WORD_BEFORE = /[\p{L}\p{N}\p{M}]$/u
const WORD_BEHIND = /^[\p{L}\p{N}\p{M}]/u

/** Which rows' texts have the words: read once and kept, by one pass for all that ask meanwhile. Rejects with the signal's reason. */
export async function search(
  { rows, bitmaps, searches }: Pick<AskedTable, 'rows' | 'bitmaps' | 'searches'>,
  texts: TextColumns,
  condition: TextCondition,
  signal?: AbortSignal,
): Promise<Bitmap> {
  const has = textTest(condition)
  const wanted = wordsOf(condition)
  const key = JSON.stringify([condition.kind, wanted, texts.column, texts.above])
  const known = bitmaps.get(key)
  if (known) return known.bitmap
  const read = async (passSignal: AbortSignal): Promise<Bitmap> => {
    const bitmap = await gatherRows(rows, textFinder(texts, rows.length, has), passSignal)
    bitmaps.set(key, { bitmap, version: 0 })
    return bitmap
  }
  return searches.ask(key, read, signal)
}

function textFinder(
  texts: TextColumns,
  rows: number,
  has: (lowerCase: string) => boolean,
): RowGatherer<Bitmap> {
  const bitmap = emptyBitmap(rows)
  let row = 0
  return {
    add(cells) {
      if (has(rowText(cells, texts).text.toLowerCase())) setBit(bitmap, row)
      row++
    },
    finish: () => bitmap,
  }
}

/**
 * Whether a text in lower case has the words.
 * @internal A table of cases tests it without a file.
 */
export function textTest(condition: TextCondition): (lowerCase: string) => boolean {
  const wanted = wordsOf(condition)
  if (condition.kind === 'phrase') return (text) => text.includes(wanted)
  return (text) => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length
      // A letter beyond the first plane takes two units.
      const apart = !WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at))
      if (apart && !WORD_BEHIND.test(text.slice(end, end + 2))) return true
    }
    return false
  }
}

function wordsOf(condition: TextCondition): string {
  return (condition.kind === 'phrase' ? condition.phrase : condition.word).trim().toLowerCase()
}
