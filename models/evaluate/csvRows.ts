import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { readRecords } from '../../src/files/records.ts'
import { openFile } from '../../src/table/worker/openFile.ts'
import { columnNumbers, type ColumnNumbers } from './columnNumbers.ts'
import { readClasses, type Columns, type RawRow } from './rawRow.ts'

/** Rows of a CSV file, read as the app reads one: encoding and delimiter are told from its start. */
export async function* csvRows(path: string, columns: Columns): AsyncGenerator<RawRow> {
  const { source, dialect } = await openFile(new File([await openAsBlob(path)], basename(path)))
  let numbers: ColumnNumbers | null = null
  for await (const { records, skipped } of readRecords(source, dialect)) {
    for (const { cells, line } of records) {
      if (numbers === null) numbers = columnNumbers(cells, columns)
      else if (cells.length > 1 || cells[0] !== '') yield readRow(line, cells, numbers)
    }
    for (const { line } of skipped) {
      yield { line, text: null, label: '', classes: null, source: null, domain: null }
    }
  }
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
