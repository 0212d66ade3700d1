import Papa, { type ParseConfig, type ParseStepResult } from 'papaparse'
import type { Dialect, Newline } from '../layout/dialect.ts'

/**
 * Parses the complete records at the start of `text`; `each` gets the cells of a record and the index right after its
 * line break. What follows the last one is the start of a record whose end is not in `text`: with the next piece of
 * the file appended it parses as if the file had never been cut.
 * `refuse` is asked about each record with a stray quote inside quotes; true ends the parsing before that record.
 */
export function parseText(
  text: string,
  dialect: Dialect,
  each: (cells: string[], end: number) => void,
  refuse: (end: number) => boolean = () => false,
): void {
  if (dialect.delimiter === null) return parseLines(text, dialect.newline, each)
  let start = 0
  const step = ({ data: [cells = []], errors, meta }: ParseStepResult<string[][]>): void => {
    if (errors.length > 0 && refuse(meta.cursor)) return parser.abort()
    if (dialect.newline === '\n') dropCarriageReturn(cells, text, start, meta.cursor, dialect)
    start = meta.cursor
    each(cells, start)
  }
  const parser = new Papa.Parser(settings(dialect, step))
  parser.parse(text, 0, true)
}

/**
 * Where the quote stands that opens a cell and is never closed, or -1. `text` starts at a record's start and holds no
 * complete record.
 */
export function unclosedQuote(text: string, dialect: Dialect): number {
  if (dialect.quote === null) return -1
  let index = -1
  const step = ({ errors }: ParseStepResult<string[][]>): void => {
    const missing = errors.find(({ code }) => code === 'MissingQuotes')
    // papaparse names the first character inside the quotes.
    if (missing?.index !== undefined) index = missing.index - 1
  }
  new Papa.Parser(settings(dialect, step)).parse(text, 0, false)
  return index
}

function settings(
  { delimiter, newline, quote }: Dialect,
  step: (result: ParseStepResult<string[][]>) => void,
): ParseConfig<string[][]> {
  const common = { delimiter: delimiter ?? ',', newline, step }
  return quote === null ? { ...common, fastMode: true } : { ...common, quoteChar: quote }
}

/** Each line is one cell. */
function parseLines(text: string, newline: Newline, each: (cells: string[], end: number) => void): void {
  let start = 0
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, start)) {
    const end = newline === '\n' && text[at - 1] === '\r' && at > start ? at - 1 : at
    const cell = text.slice(start, end)
    start = at + 1
    each([cell], start)
  }
}

/**
 * With `\n` as line break the CR of a CRLF is left at the end of an unquoted last cell. One inside quotes belongs to
 * the cell and stays.
 */
function dropCarriageReturn(
  cells: string[],
  text: string,
  start: number,
  end: number,
  { delimiter, quote }: Dialect,
): void {
  const last = cells.at(-1)
  if (last?.endsWith('\r') !== true || text[end - 2] !== '\r') return
  if (quote !== null && last.startsWith(quote)) return
  const from = end - 1 - last.length
  const unquoted = text.startsWith(last, from) && (from === start || text[from - 1] === delimiter)
  if (unquoted) cells[cells.length - 1] = last.slice(0, -1)
}
