import type { FileFormat } from '../../domain/fileFormats.ts'
import { decided, type FileReading, type ReadChoices } from '../../domain/reading.ts'
import { utf8Length } from '../records/measure.ts'
import { RecordSplitter, type SourceRecord, type Start } from '../records/splitter.ts'
import type { Dialect, Quote } from './dialect.ts'
import { dialectOf, separatorLine, TABLE_WORDS } from './dialectOf.ts'
import { guessHeader, headerChoices } from './header.ts'
import { FORMAT_CHOICES, type Head, type Layout } from './layout.ts'

const LIMIT = 2 ** 24

/** Of a text that is a table, or one text a line. Throws `RangeError` for a choice that cannot be. */
export function tableLayout({ text, whole, name }: Head, choices: ReadChoices): Layout {
  const separator = separatorLine(text)
  const table = text.slice(separator?.end ?? 0)
  const told = dialectOf(table, whole, separator?.delimiter ?? null, choices)
  const format = formatOf(told.fits, told.dialect, name, table, choices)
  const isTable = format.value !== 'lines'
  const dialect: Dialect = isTable ? told.dialect : { ...told.dialect, delimiter: null, quote: null }
  const escaped = isTable && told.escaped
  const begin = { offset: utf8Length(text, 0, separator?.end ?? 0), line: separator ? 2 : 1 }
  const records = recordsOfHead(escaped ? told.text : table, begin, dialect, whole)
  const { header, ...place } = placeOfRows(records, begin, choices)
  return {
    ...place,
    header: header.value !== null,
    dialect,
    escaped,
    inObject: false,
    named: true,
    reading: {
      format,
      delimiter: isTable ? told.delimiter : null,
      quote: isTable ? told.quote : null,
      escape: isTable ? told.escape : null,
      header,
      leadingLines: place.start.line - 1,
    },
  }
}

/** How rows of other formats are written. */
const CSV: Dialect = { delimiter: ',', newline: '\n', quote: '"' }

/**
 * Of rows that were written as CSV here, each a line whatever its cells hold. With `named` the first one holds the column
 * names; else they are looked for as in any table.
 */
export function rewrittenLayout(
  { text, whole }: Pick<Head, 'text' | 'whole'>,
  { format, reason, named }: { format: FileFormat; reason: string; named: boolean },
  choices: ReadChoices,
): Layout {
  const begin = { offset: 0, line: 1 }
  const records = recordsOfHead(text, begin, CSV, whole)
  for (const [index, record] of records.entries()) record.line = index + 1
  const { header, ...place } = placeOfRows(records, begin, named ? { header: 1 } : choices)
  return {
    ...place,
    header: header.value !== null,
    dialect: CSV,
    escaped: false,
    inObject: false,
    named: true,
    reading: {
      format: { value: format, reason, chosen: false, alternatives: [] },
      delimiter: null,
      quote: null,
      escape: null,
      header: named ? null : header,
      leadingLines: place.start.line - 1,
    },
  }
}

/** Where column names and rows begin. `begin` is where `records` do. */
function placeOfRows(
  records: readonly SourceRecord[],
  begin: Start,
  choices: Pick<ReadChoices, 'header'>,
): Pick<Layout, 'start' | 'firstNumber'> & { header: NonNullable<FileReading['header']> } {
  const guess = guessHeader(records)
  const header = decided<number | null>(
    choices.header,
    () => ({
      value: guess.header === null ? null : (records[guess.header]?.line ?? begin.line),
      reason: guess.reason,
    }),
    headerChoices(records),
  )
  const first = firstRecord(records, header.value, header.chosen ? 0 : guess.first)
  const start = records[first] ?? begin
  return {
    start: { offset: start.offset, line: start.line },
    firstNumber: first + (header.value === null ? 1 : 2),
    header,
  }
}

function formatOf(
  fits: boolean,
  dialect: Dialect,
  name: string,
  text: string,
  choices: ReadChoices,
): FileReading['format'] {
  // A person who names a delimiter wants a table.
  const chosen = choices.format ?? (choices.delimiter === undefined ? undefined : 'table')
  return decided<FileFormat>(
    chosen,
    () => {
      if (fits) return { value: 'table', reason: TABLE_WORDS }
      const plain = !hasQuotedCell(text, dialect.quote) && !/\.(?:csv|tsv|tab)$/.test(name)
      return plain
        ? { value: 'lines', reason: 'No character divides the lines into columns.' }
        : { value: 'table', reason: 'It has one column.' }
    },
    FORMAT_CHOICES,
  )
}

/** Texts one a line are not wrapped in quotes: a line that is, or a start that opens one, was written as a table. */
function hasQuotedCell(text: string, quote: Quote): boolean {
  if (quote === null) return false
  const wrapped = quote === '"' ? /^"(?:[^"\r\n]|"")*"\r?$/m : /^'(?:[^'\r\n]|'')*'\r?$/m
  return text.trimStart().startsWith(quote) || wrapped.test(text)
}

/** The complete records at the start of a text. */
function recordsOfHead(text: string, start: Start, dialect: Dialect, whole: boolean): SourceRecord[] {
  const splitter = new RecordSplitter(dialect, start, LIMIT)
  const { records } = splitter.push(text)
  return whole ? [...records, ...splitter.end().records] : records
}

function firstRecord(records: readonly SourceRecord[], line: number | null, guessed: number): number {
  if (line === null) return guessed
  const index = records.findIndex((record) => record.line === line)
  if (index < 0 && records.length > 0) throw new RangeError(`No record begins on line ${line}`)
  return Math.max(index, 0)
}
