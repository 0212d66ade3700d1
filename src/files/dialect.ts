/** The delimiters that are told apart, likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** `\n` stands for LF and CRLF alike, also mixed in one file; `\r` is what old Macs wrote. */
export type Newline = '\n' | '\r'

/** How a file separates cells and records. Quotes are `"`, doubled inside a quoted cell (RFC 4180). */
export interface Dialect {
  delimiter: Delimiter
  newline: Newline
}
