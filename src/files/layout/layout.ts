import { TEXT_FORMATS, type FileFormat } from '../../domain/fileFormats.ts'
import type { Alternative, FileReading } from '../../domain/reading.ts'
import type { Start } from '../records/splitter.ts'
import type { Dialect } from './dialect.ts'

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
}

/** What a text can be read as. */
export const FORMAT_CHOICES: readonly Alternative<FileFormat>[] = TEXT_FORMATS.map(({ key, choice }) => ({
  value: key,
  words: choice,
}))
