import { columnNames } from '../../src/domain/columnNames.ts'
import type { ReadableFile } from '../../src/files/open/readableFile.ts'
import { columnNumbers, type ColumnNumbers } from './columnNumbers.ts'
import { readClasses, type Columns, type RawRow } from './rawRow.ts'
import { UsageError } from './usageError.ts'

/** Where a file keeps what is needed, by the names at its start. Throws `UsageError` where it does not. */
export async function columnsAtStart(file: ReadableFile, columns: Columns): Promise<ColumnNumbers> {
  const reader = file.reader()
  for await (const { records } of reader.batches()) {
    const [first] = records
    if (!first) continue
    return columnNumbers(file.layout.named ? namesAbove(file, first.cells) : reader.names, columns)
  }
  throw new UsageError(`${file.name} has no row that can be read.`)
}

/** Of a table: what its first record says, or else what the app calls its columns. */
function namesAbove({ layout }: ReadableFile, first: readonly string[]): string[] {
  if (layout.header) return columnNames(first, first.length)
  return layout.reading.format.value === 'lines' ? ['Text'] : columnNames([], first.length)
}

/** Its rows in order, and in their places what could not be read. A blank line is no row. */
export async function* rowsOf(file: ReadableFile, numbers: ColumnNumbers): AsyncGenerator<RawRow> {
  const { layout } = file
  let headerFollows = layout.header
  let number = layout.firstNumber
  for await (const { records, skipped } of file.reader().batches()) {
    for (const piece of [...records, ...skipped].sort((a, b) => a.offset - b.offset)) {
      if (!('cells' in piece)) yield { ...UNREADABLE, line: piece.line }
      else if (headerFollows) headerFollows = false
      else {
        const { cells, line } = piece
        const place = layout.named ? number++ : line
        if (cells.length > 1 || cells[0] !== '') yield rawRow(place, cells, numbers)
      }
    }
  }
}

const UNREADABLE = { text: null, label: '', classes: null, source: null, domain: null }

function rawRow(line: number, cells: readonly string[], numbers: ColumnNumbers): RawRow {
  const cell = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''))
  return {
    line,
    text: cell(numbers.text),
    label: cell(numbers.label),
    classes: readClasses(cell(numbers.classes)),
    source: cell(numbers.source) || null,
    domain: cell(numbers.domain) || null,
  }
}
