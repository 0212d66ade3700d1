import { delimiterName } from '../../../domain/delimiters.ts'
import type { ExportDelimiter, ExportFormat } from '../../../domain/exportFormat.ts'
import { plural } from '../../../lib/format.ts'
import type { Downloaded } from './download.ts'

/** As it begins a line of a list. */
export function delimiterLabel(delimiter: ExportDelimiter): string {
  const name = delimiterName(delimiter) ?? delimiter
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** What a file in the chosen format holds. */
export function formatWords({ kind }: Pick<ExportFormat, 'kind'>): string {
  const columns = 'Every column of your file, plus sentiment, confidence, the three probabilities and flags.'
  return kind === 'csv'
    ? `${columns} Rows without an answer keep their place. Opens in any spreadsheet.`
    : `${columns} One object a row: your columns as texts, scores as numbers or null, flags as a list.`
}

/** What a person's labels are in the file; null when there are none. */
export function correctedWords(corrected: number): string | null {
  if (corrected === 0) return null
  const rows = corrected === 1 ? '1 row has your label' : `${plural(corrected, 'row')} have your labels`
  return `${rows} as sentiment and the flag corrected; confidence and probabilities stay the model’s.`
}

/** What was saved, and what was changed in it. */
export function savedWords({ rows, guarded, upToDate }: Downloaded): string[] {
  const words = [`${plural(rows, 'row')} saved.`]
  if (guarded > 0) {
    const cells = `${plural(guarded, 'cell')} that a spreadsheet would run as a formula`
    words.push(
      `${cells} ${guarded === 1 ? 'was' : 'were'} neutralised with a leading apostrophe; the flag formula_guarded marks the rows. Opened here again, rows lose it; without Guard formulas it is not added.`,
    )
  }
  if (!upToDate) {
    words.push('Answers or labels changed meanwhile; download again for the latest.')
  }
  return words
}
