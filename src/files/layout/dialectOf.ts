import { delimiterName, DELIMITERS } from '../../domain/delimiters.ts'
import { decided, type FileReading, type ReadChoices } from '../../domain/reading.ts'
import { sniffDelimiter } from './delimiter.ts'
import { checkDelimiter, type Dialect } from './dialect.ts'
import { detectNewline } from './newline.ts'
import { guessEscape, guessQuote, Unescaper } from './quotes.ts'

export const TABLE_WORDS = 'The lines have columns.'

type Told<Key extends 'delimiter' | 'quote' | 'escape'> = NonNullable<FileReading[Key]>

export interface DialectGuess {
  dialect: Dialect
  /** The text, without backslash escapes where it has them. */
  text: string
  escaped: boolean
  /** True when the delimiter divides the lines alike, or a person chose it. */
  fits: boolean
  delimiter: Told<'delimiter'>
  quote: Told<'quote'>
  escape: Told<'escape'>
}

/** `separator`: what a line `sep=…` says. Throws `RangeError` for a choice that cannot be. */
export function dialectOf(
  text: string,
  whole: boolean,
  separator: string | null,
  choices: ReadChoices,
): DialectGuess {
  const quote: Told<'quote'> = decided(
    choices.quote,
    () => {
      const guess = guessQuote(text)
      return { value: guess.quote, reason: guess.reason }
    },
    [
      { value: '"', words: 'Double quotes' },
      { value: "'", words: 'Single quotes' },
      { value: null, words: 'None' },
    ],
  )
  const escape: Told<'escape'> = decided(
    choices.escape,
    () => {
      const guess = guessEscape(text, quote.value)
      return { value: guess.escape, reason: guess.reason }
    },
    [
      { value: 'doubled', words: 'Written twice' },
      { value: 'backslash', words: 'After a backslash' },
    ],
  )
  const escaping = escape.value === 'backslash' ? quote.value : null
  const table = escaping ? new Unescaper(escaping, null).push(text) : text
  const newline = detectNewline(table, quote.value)
  let fits = true
  const delimiter = decided(
    choices.delimiter,
    () => {
      if (separator !== null) return { value: separator, reason: 'The first line of the file says so.' }
      const guess = sniffDelimiter(table, newline, whole, quote.value)
      fits = guess.fits
      return { value: guess.delimiter, reason: guess.reason }
    },
    DELIMITERS.map((value) => ({ value, words: delimiterName(value) ?? value })),
  )
  checkDelimiter(delimiter.value, quote.value)
  const dialect = { delimiter: delimiter.value, newline, quote: quote.value }
  const read = escaping ? new Unescaper(escaping, delimiter.value).push(text) : text
  return { dialect, text: read, escaped: escaping !== null, fits, delimiter, quote, escape }
}

/** `sep=;` in the first line tells Excel the delimiter; it is no row. */
export function separatorLine(text: string): { delimiter: string; end: number } | null {
  const match = /^"?sep=([^\r\n"])"?(?:\r\n?|\n)/i.exec(text)
  return match?.[1] === undefined ? null : { delimiter: match[1], end: match[0].length }
}
