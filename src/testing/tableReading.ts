import type { FileReading } from '../domain/reading.ts'

/** A UTF-8 table with commas and column names in its first line, every question guessed. */
export const TABLE_READING: FileReading = {
  format: {
    value: 'table',
    reason: 'The lines have columns.',
    chosen: false,
    alternatives: [
      { value: 'table', words: 'Table: rows with columns' },
      { value: 'lines', words: 'Plain text: one text a line' },
    ],
  },
  encoding: {
    value: 'utf-8',
    reason: 'It is valid UTF-8.',
    chosen: false,
    alternatives: [
      { value: 'utf-8', words: 'UTF-8', group: 'Any script' },
      { value: 'windows-1252', words: 'Windows-1252', group: 'Western European' },
    ],
  },
  delimiter: {
    value: ',',
    reason: 'It divides every line.',
    chosen: false,
    alternatives: [
      { value: ',', words: 'comma' },
      { value: ';', words: 'semicolon' },
    ],
  },
  quote: {
    value: '"',
    reason: 'No cell is wrapped in quotes.',
    chosen: false,
    alternatives: [
      { value: '"', words: 'Double quotes' },
      { value: null, words: 'None' },
    ],
  },
  escape: { value: 'doubled', reason: 'As spreadsheets do.', chosen: false, alternatives: [] },
  header: {
    value: 1,
    reason: 'It reads like column names.',
    chosen: false,
    alternatives: [
      { value: 1, words: 'Line 1: Date, Stars' },
      { value: null, words: 'No column names' },
    ],
  },
  sheet: null,
  leadingLines: 0,
}
