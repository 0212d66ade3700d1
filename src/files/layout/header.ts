import { isColumnName, wordsOf } from './columnWords.ts'
import { MOST_LEADING, mostCommon } from './delimiter.ts'
import type { Alternative } from '../../domain/reading.ts'
import type { SourceRecord } from '../records/splitter.ts'

/** Where the table begins. */
export interface HeaderGuess {
  /** Index of the record with the column names; null when there are none. */
  header: number | null
  /** Index of the table's first record: the header, or the first row. */
  first: number
  reason: string
}

type Cells = Pick<SourceRecord, 'cells'>

/**
 * Finds the column names among the first records of a file. Lines above them that are blank, much narrower than the
 * table or comments belong to no row. The names are told by what they say, or by standing above values of another kind.
 */
export function guessHeader(records: readonly Cells[]): HeaderGuess {
  const first = firstOfTable(records)
  const [head, ...rows] = records.slice(first).map(({ cells }) => cells)
  if (!head) return { header: 0, first: 0, reason: 'The file is empty.' }
  const { header, reason } = isHeader(head, rows)
  return { header: header ? first : null, first, reason }
}

/** The first lines that could hold the column names, and that none does. */
export function headerChoices(
  records: readonly Pick<SourceRecord, 'cells' | 'line'>[],
): Alternative<number | null>[] {
  const lines = records.slice(0, MOST_LEADING).map(({ cells, line }) => ({
    value: line,
    words: `Line ${line}: ${shortened(cells.slice(0, 20).join(', '))}`,
  }))
  return [...lines, { value: null, words: 'No column names' }]
}

function firstOfTable(records: readonly Cells[]): number {
  const width = mostCommon(records.map(({ cells }) => cells.length))
  const index = records.findIndex(({ cells }) => !isLeading(cells, width))
  return index > MOST_LEADING ? 0 : Math.max(index, 0)
}

/** Blank, a comment, or a title: a single cell or less than half of the table's. */
function isLeading(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length
  if (filled === 0) return true
  const comment = cells[0]?.startsWith('#') === true
  if (cells.length >= width && filled > 1) return false
  if (width === 1 || comment) return comment
  return width > 2 && (filled === 1 || cells.length * 2 <= width) && !cells.every(isColumnName)
}

function isHeader(head: readonly string[], rows: readonly string[][]): { header: boolean; reason: string } {
  const isNew = (cell: string, column: number): boolean => !rows.some((cells) => cells[column] === cell)
  const names = head.filter((cell, column) => isColumnName(cell) && isNew(cell, column))
  const values = head.filter(isValue)
  if (names[0] !== undefined && names.length > values.length) {
    return { header: true, reason: `“${names[0].trim()}” in it reads like a column name.` }
  }
  if (values[0] !== undefined) {
    return {
      header: false,
      reason: `“${shortened(values[0])}” in the first line is a value, not a column name.`,
    }
  }
  const above = head.findIndex((_, column) => isMostly(rows, column, isValue))
  if (above >= 0) {
    return { header: true, reason: 'It has words where the lines below have numbers or dates.' }
  }
  if (head.length === 1) return oneColumn(head[0] ?? '', rows)
  const again = head.find(
    (cell, column) => cell.trim() !== '' && rows.some((cells) => cells[column] === cell),
  )
  if (again !== undefined) {
    return { header: false, reason: `“${shortened(again)}” in the first line stands in lines below it, too.` }
  }
  const long = head.find((cell) => cell.length > 60)
  return long === undefined
    ? { header: true, reason: 'The first line is short, and most files start with column names.' }
    : { header: false, reason: `“${shortened(long)}” in the first line is longer than a column name.` }
}

/** One text a line: a first line is a name when it is a word or two and the others are sentences. */
function oneColumn(first: string, rows: readonly string[][]): { header: boolean; reason: string } {
  const lengths = rows.map(([cell = '']) => wordsOf(cell).length).filter((words) => words > 0)
  const mean = lengths.reduce((sum, words) => sum + words, 0) / Math.max(1, lengths.length)
  const words = wordsOf(first).length
  return words <= 2 && !/[.!?…]$/.test(first.trim()) && (lengths.length === 0 || mean > 3 * words)
    ? { header: true, reason: 'The first line is much shorter than the others.' }
    : { header: false, reason: 'The first line reads like the others.' }
}

function isMostly(rows: readonly string[][], column: number, is: (cell: string) => boolean): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter(is).length >= 0.8 * cells.length
}

/** A number, a date, a link, an address or a sentence: what no column is called. */
function isValue(cell: string): boolean {
  const text = cell.slice(0, 1000).trim()
  if (text.length > 60) return text.split(/\s+/).length > 12
  return (
    /^[-+]?[\d.,'\s]*\d[\d.,'\s]*%?$/.test(text) ||
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T\s].*)?$/.test(text) ||
    /^(?:https?:\/\/|www\.)\S+$/i.test(text) ||
    /^[^\s@]+@[^\s@]+\.\w+$/.test(text)
  )
}

function shortened(cell: string): string {
  const text = cell.slice(0, 1000).trim().replace(/\s+/g, ' ')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
