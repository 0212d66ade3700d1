import { delimiterName } from '../../../domain/delimiters.ts'
import { formatWords } from '../../../domain/fileFormats.ts'
import type { Alternative, FileReading, Guess } from '../../../domain/reading.ts'
import { formatCount, plural } from '../../../lib/format.ts'
import type { OpenedFile } from '../../../table/protocol.ts'

/** "Read as: table, UTF-16 LE, tab, names in line 1." */
export function readAsWords(reading: FileReading): string {
  const { format, encoding, delimiter, quote, header, sheet } = reading
  const parts = [
    sheet ? `sheet “${sheet.value}”` : formatWords(format.value),
    encoding && wordsOf(encoding),
    delimiter && (delimiterName(delimiter.value) ?? wordsOf(delimiter)),
    quote?.value === null ? 'no quotes' : quote?.value === "'" ? 'single quotes' : null,
    header && (header.value === null ? 'no column names' : `names in line ${formatCount(header.value)}`),
  ]
  return `Read as: ${parts.filter((part) => part !== null).join(', ')}.`
}

/** A value as its list shows it. */
export function wordsOf<T>({ value, alternatives }: Pick<Guess<T>, 'value' | 'alternatives'>): string {
  const found = alternatives.find((alternative: Alternative<T>) => alternative.value === value)
  return found?.words ?? (typeof value === 'string' ? value : JSON.stringify(value))
}

/** "12 places were not valid …" Null without any. */
export function undecodableWords(undecodable: number): string | null {
  if (undecodable === 0) return null
  const were = undecodable === 1 ? 'place was' : 'places were'
  return `${formatCount(undecodable)} ${were} not valid in this encoding and ${undecodable === 1 ? 'is' : 'are'} shown as �.`
}

/** Rows that do not have as many cells as there are columns. Null without any. */
export function raggedWords(files: readonly Pick<OpenedFile, 'ragged'>[]): string | null {
  const short = files.reduce((sum, { ragged }) => sum + ragged.short, 0)
  const long = files.reduce((sum, { ragged }) => sum + ragged.long, 0)
  const sentences = [
    short > 0 && `${rows(short)} fewer cells than there are columns; the missing ones are read as empty.`,
    long > 0 && `${rows(long)} more cells than the first row; they are kept.`,
  ].filter((sentence) => sentence !== false)
  return sentences.length === 0 ? null : sentences.join(' ')
}

/** Rows whose apostrophes were taken off. Null without any. */
export function unguardedWords(files: readonly Pick<OpenedFile, 'unguarded'>[]): string | null {
  const count = files.reduce((sum, { unguarded }) => sum + unguarded, 0)
  if (count === 0) return null
  return `In ${plural(count, 'row')} an earlier download had put an apostrophe before formulas; they are read without it.`
}

function rows(count: number): string {
  return `${plural(count, 'row')} ${count === 1 ? 'has' : 'have'}`
}
