import { hasText } from '../../domain/clean.ts'
import { flagBit } from '../../domain/flags.ts'
import { namesEnglish } from '../../domain/languageNames.ts'
import { FirstRows } from './firstRows.ts'
import { Recent } from '../../lib/recent.ts'
import { RowFits } from './rowFits.ts'
import { everyRow, type RowSource } from './rowSource.ts'
import { rowText, type TextColumns } from './rowText.ts'
import { textHash } from './textHash.ts'
import { NO_TEXT, TextRows } from './textRows.ts'
import { Twins } from './twins.ts'

const SAMPLE = 24
const MARKUP_REMOVED = flagBit('markup_removed')

export interface ChosenColumns extends TextColumns {
  /** The column that names each row's language, or null. */
  language: number | null
}

export interface TextChoice extends ChosenColumns {
  generation: number
}

/** Reads every text once. Rejects with the signal's reason when aborted. */
export async function readTextColumn(
  rows: RowSource,
  { column, above, language, generation }: TextChoice,
  signal?: AbortSignal,
): Promise<TextRows> {
  const bits = new Uint16Array(rows.length)
  const first = everyRow(rows.length)
  const firstRows = new FirstRows(rows.length)
  const fits = new RowFits(rows.length)
  const isOther = languageReader()
  let [withText, distinct, characters] = [0, 0, 0]
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const [index, row] of block.rows.entries()) {
      const cells = block.records[index] ?? []
      const { text, markupRemoved } = rowText(cells, { column, above })
      const readable = hasText(text)
      bits[row] = (readable ? 0 : NO_TEXT) | (markupRemoved ? MARKUP_REMOVED : 0)
      if (!readable) continue
      withText++
      if (language !== null && isOther(cells[language] ?? '')) fits.declareOther(row)
      first[row] = firstRows.firstOf(row, textHash(text))
      if (first[row] !== row) continue
      distinct++
      characters += text.length
    }
  }
  const sample = await readTexts(rows, { column, above }, sampleRows({ bits, first, distinct }))
  const withoutText = rows.length - withText
  const profile = { column, above: [...above], language, withText, withoutText, distinct, characters, sample }
  return new TextRows(profile, generation, bits, new Twins(first), fits)
}

/** Whether a cell names another language than English; a column has few different ones, and each is asked about once. */
export function languageReader(): (cell: string) => boolean {
  const known = new Recent<string, boolean>(256)
  return (cell) => {
    const found = known.get(cell) ?? namesEnglish(cell) === false
    if (cell.length < 100) known.set(cell, found)
    return found
  }
}

/** Cleaned texts of some rows, in their order. */
export async function readTexts(
  rows: RowSource,
  columns: TextColumns,
  wanted: Uint32Array,
): Promise<string[]> {
  const records = await rows.read(wanted)
  return records.map((cells) => rowText(cells, columns).text)
}

/** Rows with different texts, spread evenly over the file. */
function sampleRows(of: { bits: Uint16Array; first: Uint32Array; distinct: number }): Uint32Array {
  const step = Math.max(1, of.distinct / SAMPLE)
  const rows: number[] = []
  let seen = 0
  for (let row = 0; row < of.bits.length && rows.length < SAMPLE; row++) {
    if (((of.bits[row] ?? 0) & NO_TEXT) !== 0 || of.first[row] !== row) continue
    if (seen >= rows.length * step) rows.push(row)
    seen++
  }
  return Uint32Array.from(rows)
}
