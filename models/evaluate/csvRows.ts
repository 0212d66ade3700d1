import { pipeline, Readable } from 'node:stream'
import Papa from 'papaparse'
import { asArray, asString } from '../../src/lib/json.ts'
import { columnNumbers, type ColumnNumbers } from './columnNumbers.ts'
import { readClasses, type Columns, type RawRow } from './rawRow.ts'
import { textOf } from './textOf.ts'

/** Rows of a CSV file whose first record names the columns; they also tell the delimiter. */
export async function* csvRows(path: string, columns: Columns): AsyncGenerator<RawRow> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter: delimiterOf })
  // A failure of the file ends the parser with it.
  pipeline(Readable.from(textOf(path)), parser, () => undefined)
  let numbers: ColumnNumbers | null = null
  let line = 0
  for await (const record of parser) {
    line += 1
    const cells = asArray(record, 'record').map((cell) => asString(cell, 'cell'))
    if (numbers === null) numbers = columnNumbers(cells, columns)
    else if (cells.length > 1 || cells[0] !== '') yield readRow(line, cells, numbers)
  }
}

/** What the first line of `start` holds most of; a comma where it holds none. */
function delimiterOf(start: string): string {
  const [header = ''] = start.split(/[\r\n]/, 1)
  const count = (delimiter: string): number => header.split(delimiter).length
  return [',', ';', '\t', '|'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

function readRow(line: number, cells: readonly string[], numbers: ColumnNumbers): RawRow {
  const cell = (number: number | null): string | null => (number === null ? null : (cells[number] ?? null))
  return {
    line,
    text: cell(numbers.text) ?? '',
    label: cell(numbers.label) ?? '',
    classes: readClasses(cell(numbers.classes)),
    source: cell(numbers.source),
    domain: cell(numbers.domain),
  }
}
