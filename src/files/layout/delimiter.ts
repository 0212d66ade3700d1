import { DELIMITERS } from '../../domain/delimiters.ts'
import { isColumnName } from './columnWords.ts'
import type { Delimiter, Dialect, Newline, Quote } from './dialect.ts'
import { RecordSplitter } from '../records/splitter.ts'

const RECORDS = 500
/** Lines of a title or comment that may stand above the column names. */
export const MOST_LEADING = 20
/** What a file of one column is read with when every delimiter occurs in its texts. */
const USUAL = [',', ';', '\t', '|'] as const

/**
 * The delimiter that gives the most records as many cells as the header; commas in a text do not, they come and go.
 * When none fits the file has one column: then the delimiter that splits the fewest records.
 * `whole` says that `head` is the whole file, whose last line may lack its line break.
 */
export function sniffDelimiter(
  head: string,
  newline: Newline,
  whole: boolean,
  quote: Quote = '"',
): { delimiter: Delimiter; reason: string; fits: boolean } {
  const counts = new Map(
    DELIMITERS.map((delimiter) => [delimiter, cellCounts(head, whole, { delimiter, newline, quote })]),
  )
  let best: Delimiter = ','
  let bestFit = 0
  const titled = !isColumnName(head.split(newline, 1)[0] ?? '')
  for (const [delimiter, cells] of counts) {
    const fitting = fit(cells) || (titled ? 0.8 * fit(belowTitle(cells)) : 0)
    if (fitting > bestFit) [best, bestFit] = [delimiter, fitting]
  }
  if (bestFit > 0) return { delimiter: best, reason: reasonFor(best, counts), fits: true }
  const splits = USUAL.map((delimiter) => counts.get(delimiter)?.filter((n) => n > 1).length ?? 0)
  const fewest = USUAL[splits.indexOf(Math.min(...splits))] ?? ','
  return { delimiter: fewest, reason: 'No character divides the lines alike: it is one column.', fits: false }
}

function reasonFor(delimiter: Delimiter, counts: ReadonlyMap<Delimiter, readonly number[]>): string {
  const cells = counts.get(delimiter) ?? []
  const common = mostCommon(cells)
  const alike = cells.filter((n) => n === common).length
  return alike === cells.length
    ? `It divides every line looked at into ${common} cells.`
    : `It divides ${alike} of the first ${cells.length} records into ${common} cells.`
}

/**
 * 0 when the header is one cell, else the share of records like it; more cells win a tie. Where few are like it but
 * nearly all are split, rows are ragged, or a text with commas should have been quoted.
 */
function fit([header = 1, ...records]: readonly number[]): number {
  if (header < 2) return 0
  if (records.length === 0) return header
  const share = records.filter((cells) => cells === header).length / records.length
  if (share >= 0.5) return share + header / 1e6
  const split = records.filter((cells) => cells > 1).length / records.length
  return split < 0.9 ? 0 : share / 2 + header / 1e6
}

/** Without the lines above the first record of the usual width; empty when no title stands there. */
function belowTitle(counts: readonly number[]): readonly number[] {
  const width = mostCommon(counts.filter((cells) => cells > 1))
  const first = counts.indexOf(width)
  return width > 2 && first > 0 && first <= MOST_LEADING && counts.length > first + 1
    ? counts.slice(first)
    : []
}

/** The number that occurs most often, the larger of two; 1 in an empty list. */
export function mostCommon(numbers: readonly number[]): number {
  const times = new Map<number, number>()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  let best = 1
  for (const [number, count] of times) {
    const most = times.get(best) ?? 0
    if (count > most || (count === most && number > best)) best = number
  }
  return best
}

/** Cells of the header and of the first records; empty lines say nothing. */
function cellCounts(text: string, whole: boolean, dialect: Dialect): number[] {
  const splitter = new RecordSplitter(dialect, { offset: 0, line: 1 }, text.length + 1)
  const records = [...splitter.push(text).records, ...(whole ? splitter.end().records : [])]
  const counts = records
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')
    .map(({ cells }) => cells.length)
  return counts.slice(0, RECORDS)
}
