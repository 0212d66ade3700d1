/** How files are read: what was guessed and why, and what a person chose instead. */

import type { FileFormat, TextFormat } from './fileFormats.ts'

/** Quotes inside quoted cells are written twice, or stand after a backslash. */
export type Escape = 'doubled' | 'backslash'

/** What a person chose; what is missing is guessed. Choices that do not apply to a format are not looked at. */
export interface ReadChoices {
  format?: TextFormat
  /** As `TextDecoder` calls it. */
  encoding?: string
  /** One character, neither a line break nor a quote. */
  delimiter?: string
  /** Null: quotes are characters like any other. */
  quote?: '"' | "'" | null
  escape?: Escape
  /** Line of the column names, the first line of the file is 1; null: there are none. */
  header?: number | null
  /** Name of the sheet. */
  sheet?: string
  /** Names of the files to read in an archive. */
  members?: readonly string[]
}

export interface Alternative<T> {
  value: T
  /** As shown in a list. */
  words: string
  /** Alternatives with the same words belong together. */
  group?: string
}

export interface Guess<T> {
  value: T
  /** A sentence. */
  reason: string
  /** True when a person chose it. */
  chosen: boolean
  /** Everything it could be, `value` too. */
  alternatives: readonly Alternative<T>[]
}

/** How a file is read. Null: the question does not arise for its format. */
export interface FileReading {
  format: Guess<FileFormat>
  encoding: Guess<string> | null
  delimiter: Guess<string> | null
  quote: Guess<'"' | "'" | null> | null
  escape: Guess<Escape> | null
  header: Guess<number | null> | null
  sheet: Guess<string> | null
  /** Lines above the table that belong to no row: blank lines, titles, `sep=;`. */
  leadingLines: number
}

/** How one file is read, as a person is told. */
export interface FileAsRead {
  /** Of one in an archive: `reviews.zip: march.csv`. */
  name: string
  /** Index of the file that was given: the choices for it are this one's. */
  source: number
  bytes: number
  /** As shown: `UTF-8`, `UTF-16 LE`, …; null where a format has one of its own. */
  encoding: string | null
  /** Null where nothing separates cells: JSON, plain text, a sheet. */
  delimiter: string | null
  /** Sequences that were not valid in the encoding and became U+FFFD. */
  undecodable: number
  reading: FileReading
}

/** Something chosen, or else guessed. */
export function decided<T>(
  choice: T | undefined,
  guess: () => { value: T; reason: string },
  alternatives: readonly Alternative<T>[],
): Guess<T> {
  if (choice !== undefined) return { value: choice, reason: 'Chosen by you.', chosen: true, alternatives }
  return { ...guess(), chosen: false, alternatives }
}
