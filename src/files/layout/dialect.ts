/** One UTF-16 unit; neither a line break nor a quote. */
export type Delimiter = string

/** `\n` stands for LF and CRLF alike, also mixed in one file; `\r` is what old Macs wrote. */
export type Newline = '\n' | '\r'

/** Null: quotes are characters like any other. */
export type Quote = '"' | "'" | null

/**
 * How a file separates cells and records. Quotes are doubled inside a quoted cell (RFC 4180); where backslashes escape
 * them the source is rewritten first. `delimiter` null: a line is one cell, and nothing in it has a meaning.
 */
export interface Dialect {
  delimiter: Delimiter | null
  newline: Newline
  quote: Quote
}

/** Throws `RangeError` for what cannot separate cells. */
export function checkDelimiter(delimiter: string, quote: Quote): void {
  const possible = delimiter.length === 1 && !/[\r\n"\uFEFF]/.test(delimiter) && delimiter !== quote
  if (!possible) throw new RangeError(`${JSON.stringify(delimiter)} cannot separate cells`)
}
