import { decided, type FileFormat, type FileReading, type ReadChoices } from '../domain/reading.ts'
import { dialectOf, separatorLine, TABLE_WORDS } from './dialectOf.ts'
import type { Dialect, Quote } from './dialect.ts'
import { guessHeader, headerChoices } from './header.ts'
import { jsonLayout, type JsonLayout } from './jsonText.ts'
import { countLines, utf8Length } from './measure.ts'
import { RecordSplitter, type SourceRecord, type Start } from './splitter.ts'

/** How a text is divided into rows. */
export interface Layout {
  /** Where the first record begins that is read: the column names, or the first row. */
  start: Start
  /** True when the first record holds the column names. */
  header: boolean
  /** Number of the first row, as a spreadsheet counts that opens the file. */
  firstNumber: number
  /** Null for JSON. */
  dialect: Dialect | null
  /** True when backslash escapes must be rewritten before the text is split; `start` counts after that. */
  escaped: boolean
  /** JSON is a list that is a property of an object. */
  inObject: boolean
  /** Names come from the first record, or are made: everywhere but in JSON whose records name their own cells. */
  named: boolean
  reading: Omit<FileReading, 'encoding' | 'sheet'>
}

export interface Head {
  text: string
  /** True when nothing follows. */
  whole: boolean
  /** The file's name in small letters: its ending tells one text a line from a table of one column. */
  name: string
  /** Made from a sheet: a table with commas, whatever it looks like. */
  sheet: boolean
}

const FORMATS: readonly { value: FileFormat; words: string }[] = [
  { value: 'table', words: 'Table: rows with columns' },
  { value: 'lines', words: 'Plain text: one text a line' },
  { value: 'json-lines', words: 'JSON Lines: one object a line' },
  { value: 'json', words: 'JSON: a list of objects' },
]

const LIMIT = 2 ** 24

/** Tells from the start of a text how it is divided. Throws `RangeError` for a choice that cannot be. */
export function layoutOf(head: Head, choices: ReadChoices): Layout {
  const json = head.sheet ? null : jsonLayout(head.text)
  if (json && (choices.format === undefined || choices.format.startsWith('json'))) {
    const kind = choices.format ?? (json.kind === 'lines' ? 'json-lines' : 'json')
    const begin = kind === 'json' ? json.start : 0
    const cells = kind === 'json-lines' ? json.cells : undefined
    const format = decided<FileFormat>(
      choices.format,
      () => ({ value: kind, reason: jsonReason(json) }),
      FORMATS,
    )
    return {
      ...NO_TABLE,
      start: {
        offset: utf8Length(head.text, 0, begin),
        line: 1 + countLines(head.text, 0, begin),
      },
      header: cells !== undefined && guessHeader(cells.map((row) => ({ cells: row }))).header === 0,
      named: cells !== undefined,
      inObject: json.property !== null,
      reading: { ...NO_TABLE.reading, format },
    }
  }
  return tableLayout(head, choices)
}

const NO_TABLE = {
  firstNumber: 2,
  dialect: null,
  escaped: false,
  reading: { delimiter: null, quote: null, escape: null, header: null, leadingLines: 0 },
} as const

function jsonReason({ kind, property, cells }: JsonLayout): string {
  if (cells) return 'Each line is a JSON list of cells.'
  if (kind === 'lines') return 'Each line is a JSON object.'
  return property === null
    ? 'It is a list of JSON values.'
    : `It is a JSON object with a list in “${property}”.`
}

function tableLayout({ text, whole, name, sheet }: Head, choices: ReadChoices): Layout {
  const separator = sheet ? null : separatorLine(text)
  const table = text.slice(separator?.end ?? 0)
  const told = dialectOf(table, whole, separator?.delimiter ?? null, sheet ? SHEET : choices)
  const format = formatOf(sheet, told.fits, told.dialect, name, table, choices)
  const isTable = format.value !== 'lines'
  const dialect: Dialect = isTable ? told.dialect : { ...told.dialect, delimiter: null, quote: null }
  const escaped = isTable && told.escaped
  const begin = { offset: utf8Length(text, 0, separator?.end ?? 0), line: separator ? 2 : 1 }
  const records = recordsOfHead(escaped ? told.text : table, begin, dialect, whole)
  // A row of a sheet is a line, whatever its cells hold.
  if (sheet) for (const [index, record] of records.entries()) record.line = index + 1
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
    header: header.value !== null,
    firstNumber: first + (header.value === null ? 1 : 2),
    dialect,
    escaped,
    inObject: false,
    named: true,
    reading: {
      format,
      delimiter: isTable && !sheet ? told.delimiter : null,
      quote: isTable && !sheet ? told.quote : null,
      escape: isTable && !sheet ? told.escape : null,
      header,
      leadingLines: start.line - 1,
    },
  }
}

/** What the sheets of workbooks are written as. */
const SHEET: ReadChoices = { delimiter: ',', quote: '"', escape: 'doubled' }

function formatOf(
  sheet: boolean,
  fits: boolean,
  dialect: Dialect,
  name: string,
  text: string,
  choices: ReadChoices,
): FileReading['format'] {
  if (sheet) return { value: 'sheet', reason: 'It is an Excel workbook.', chosen: false, alternatives: [] }
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
    FORMATS,
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
