import { isOtherLanguage } from '../../../domain/textFit.ts'
import type { FileProfile } from '../../protocol.ts'
import { fitAll, type ReadFit } from '../answers/fitReaders.ts'
import type { OpenedRows } from '../rows/openTable.ts'
import { rowText, type TextColumns } from '../rows/rowText.ts'
import { NO_TEXT } from '../rows/textReading.ts'

/** Texts whose language is told. */
const SAMPLE = 1000

export interface ProfiledColumns {
  text: readonly number[]
  label: number | null
  language?: number | null
}

/**
 * What the texts are like, several columns read together, and the labels or stars beside them. Texts are equal when their
 * hashes are. Rejects with the signal's reason.
 */
export async function profileFile(
  { rows, readings }: Pick<OpenedRows, 'rows' | 'readings'>,
  { text, label, language = null }: ProfiledColumns,
  readFit: ReadFit,
  signal: AbortSignal,
): Promise<FileProfile> {
  const [column = -1, ...titles] = text.toReversed()
  const columns = { column, above: titles.toReversed() }
  const { bits, withText, distinct, words } = await readings.text(columns, signal)
  const declared = language === null ? null : await readings.declared(language, signal)
  const labels = label === null ? null : await readings.labels(label, signal)

  const sampled = sampleRows(bits)
  const fits = await fitAll(await sampleTexts(columns), readFit, signal)
  const likelyEnglish = fits.filter(
    (fit, index) => !isOtherLanguage(fit.language, isDeclaredOther(index)),
  ).length
  const unknown = fits.some((fit, index) => fit.language === null && !isDeclaredOther(index))
  return {
    rows: rows.length,
    withoutText: rows.length - withText,
    duplicates: withText - distinct,
    words: words.quantiles,
    // Without the detector only the obvious is known, of which no share is told.
    languages: fits.length > 0 && !unknown ? { sampled: fits.length, likelyEnglish } : null,
    labels,
  }

  function isDeclaredOther(index: number): boolean {
    return declared?.[sampled[index] ?? -1] === 1
  }

  async function sampleTexts(from: TextColumns): Promise<string[]> {
    const texts: string[] = []
    for await (const { records } of rows.blocks(sampled, signal)) {
      for (const cells of records) texts.push(rowText(cells, from).text)
    }
    return texts
  }
}

/** Rows with text, evenly over the file, whatever rows have none. */
function sampleRows(bits: Uint16Array): Uint32Array {
  const step = Math.max(1, bits.length / SAMPLE)
  const rows: number[] = []
  for (let row = 0; row < bits.length && rows.length < SAMPLE; row++) {
    if (((bits[row] ?? 0) & NO_TEXT) === 0 && row >= rows.length * step) rows.push(row)
  }
  return Uint32Array.from(rows)
}
