import Papa, { type ParseStepResult } from 'papaparse'
import type { Dialect } from './dialect.ts'

/**
 * Parses the complete records at the start of `text`; `each` gets the cells of a record and the index right after its
 * line break. What follows the last one is the start of a record whose end is not in `text`: with the next piece of
 * the file appended it parses as if the file had never been cut.
 * `refuse` is asked about each record with a stray quote inside quotes; true ends the parsing before that record.
 */
export function parseText(
  text: string,
  { delimiter, newline }: Dialect,
  each: (cells: string[], end: number) => void,
  refuse: (end: number) => boolean = () => false,
): void {
  let start = 0
  const step = ({ data: [cells = []], errors, meta }: ParseStepResult<string[][]>): void => {
    if (errors.length > 0 && refuse(meta.cursor)) return parser.abort()
    if (newline === '\n') dropCarriageReturn(cells, text, start, meta.cursor, delimiter)
    start = meta.cursor
    each(cells, start)
  }
  const parser = new Papa.Parser({ delimiter, newline, step })
  parser.parse(text, 0, true)
}

/**
 * Where the quote stands that opens a cell and is never closed, or -1. `text` starts at a record's start and holds no
 * complete record.
 */
export function unclosedQuote(text: string, { delimiter, newline }: Dialect): number {
  let index = -1
  const step = ({ errors }: ParseStepResult<string[][]>): void => {
    const missing = errors.find(({ code }) => code === 'MissingQuotes')
    // papaparse names the first character inside the quotes.
    if (missing?.index !== undefined) index = missing.index - 1
  }
  new Papa.Parser({ delimiter, newline, step }).parse(text, 0, false)
  return index
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
  delimiter: string,
): void {
  const last = cells.at(-1)
  if (last?.endsWith('\r') !== true || text[end - 2] !== '\r' || last.startsWith('"')) return
  const from = end - 1 - last.length
  const unquoted = text.startsWith(last, from) && (from === start || text[from - 1] === delimiter)
  if (unquoted) cells[cells.length - 1] = last.slice(0, -1)
}
