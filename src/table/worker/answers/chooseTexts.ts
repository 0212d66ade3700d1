import type { OpenedRows } from '../rows/openTable.ts'
import { readTexts, type TextColumns } from '../rows/rowText.ts'
import { NO_TEXT, type TextReading } from '../rows/textReading.ts'
import { RowFits } from './rowFits.ts'
import { TextRows } from './textRows.ts'
import { Twins } from './twins.ts'

const SAMPLE = 24

export interface ChosenColumns extends TextColumns {
  /** The column that names each row's language, or null. */
  language: number | null
}

export interface TextChoice extends ChosenColumns {
  generation: number
}

/** The chosen texts, none answered. Reads them where nobody asked before. Rejects with the signal's reason when aborted. */
export async function chooseTexts(
  { rows, readings }: Pick<OpenedRows, 'rows' | 'readings'>,
  { column, above, language, generation }: TextChoice,
  signal?: AbortSignal,
): Promise<TextRows> {
  const reading = await readings.text({ column, above }, signal)
  const { bits, first, withText, distinct, characters } = reading
  const fits = new RowFits(rows.length)
  const declared = language === null ? [] : await readings.declared(language, signal)
  for (const [row, isOther] of declared.entries()) {
    if (isOther === 1 && ((bits[row] ?? 0) & NO_TEXT) === 0) fits.declareOther(row)
  }
  const sample = await readTexts(rows, { column, above }, sampleRows(reading))
  const withoutText = rows.length - withText
  const profile = { column, above: [...above], language, withText, withoutText, distinct, characters, sample }
  // What was read is kept for others; what becomes of the rows is this choice's own.
  return new TextRows(profile, generation, bits.slice(), new Twins(first.slice()), fits)
}

/** Rows with different texts, spread evenly over the file. */
function sampleRows({ bits, first, distinct }: TextReading): Uint32Array {
  const step = Math.max(1, distinct / SAMPLE)
  const rows: number[] = []
  let seen = 0
  for (let row = 0; row < bits.length && rows.length < SAMPLE; row++) {
    if (((bits[row] ?? 0) & NO_TEXT) !== 0 || first[row] !== row) continue
    if (seen >= rows.length * step) rows.push(row)
    seen++
  }
  return Uint32Array.from(rows)
}
