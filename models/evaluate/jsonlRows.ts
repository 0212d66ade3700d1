import { asRecord } from '../../src/lib/json.ts'
import { readClasses, type Columns, type RawRow } from './rawRow.ts'
import { textLines } from './textLines.ts'

/** Rows of a `.jsonl` or `.jsonl.gz` file: `text`, `label`, and where known `classes`, `source`, `domain`. */
export async function* jsonlRows(path: string, columns: Columns): AsyncGenerator<RawRow> {
  for await (const { line, text } of textLines(path)) {
    if (text.trim() !== '') yield readRow(line, text, columns)
  }
}

function readRow(line: number, json: string, columns: Columns): RawRow {
  try {
    const row = asRecord(JSON.parse(json), 'row')
    return {
      line,
      text: asText(row[columns.text ?? 'text']),
      label: asText(row[columns.label ?? 'label']) ?? '',
      classes: readClasses(row['classes']),
      source: asText(row['source']),
      domain: asText(row['domain']),
    }
  } catch {
    return { line, text: null, label: '', classes: null, source: null, domain: null }
  }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
}
