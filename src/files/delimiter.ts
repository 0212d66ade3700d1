import { DELIMITERS, type Delimiter, type Newline } from './dialect.ts'
import { parseText } from './parseText.ts'

const RECORDS = 500

/**
 * The delimiter that gives the most records as many cells as the header; commas in a text do not, they come and go.
 * When none fits the file has one column: then the delimiter that splits the fewest records.
 * `whole` says that `head` is the whole file, whose last line may lack its line break.
 */
export function sniffDelimiter(head: string, newline: Newline, whole: boolean): Delimiter {
  const counts = DELIMITERS.map((delimiter) => cellCounts(whole ? head + newline : head, delimiter, newline))
  const fits = counts.map(fit)
  const best = Math.max(...fits)
  if (best > 0) return DELIMITERS[fits.indexOf(best)] ?? ','
  const splits = counts.map((cells) => cells.filter((n) => n > 1).length)
  return DELIMITERS[splits.indexOf(Math.min(...splits))] ?? ','
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

/** Cells of the header and of the first records; empty lines say nothing. */
function cellCounts(head: string, delimiter: Delimiter, newline: Newline): number[] {
  const counts: number[] = []
  parseText(head, { delimiter, newline }, (cells) => {
    if (counts.length < RECORDS && (cells.length > 1 || cells[0] !== '')) counts.push(cells.length)
  })
  return counts
}
