import type { FileReading } from '../domain/reading.ts'

/** A UTF-8 table with commas and column names in its first line, every question guessed. */
export const TABLE_READING: FileReading = {
  format: { value: 'table', reason: 'The lines have columns.', chosen: false, alternatives: [] },
  encoding: { value: 'utf-8', reason: 'It is valid UTF-8.', chosen: false, alternatives: [] },
  delimiter: { value: ',', reason: 'It divides every line.', chosen: false, alternatives: [] },
  quote: { value: '"', reason: 'No cell is wrapped in quotes.', chosen: false, alternatives: [] },
  escape: { value: 'doubled', reason: 'As spreadsheets do.', chosen: false, alternatives: [] },
  header: { value: 1, reason: 'It reads like column names.', chosen: false, alternatives: [] },
  sheet: null,
  leadingLines: 0,
}
