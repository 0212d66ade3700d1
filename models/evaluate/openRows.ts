import { basename } from 'node:path'
import { csvRows } from './csvRows.ts'
import { jsonlRows } from './jsonlRows.ts'
import type { Columns, RawRow } from './rawRow.ts'
import { UsageError } from './usageError.ts'

/** A labelled file, told by its name. It is read anew each time `rows` is called. */
export interface LabelledFile {
  /** Without folder and ending; the source of rows that name none. */
  name: string
  rows(): AsyncGenerator<RawRow>
}

export function openRows(path: string, columns: Columns): LabelledFile {
  const [, name = '', kind = ''] = /^(.*)\.(jsonl|csv)(?:\.gz)?$/i.exec(basename(path)) ?? []
  if (kind === '')
    throw new UsageError(`${basename(path)} is not a .jsonl or .csv file, packed as .gz or not.`)
  return {
    name,
    rows: () => (kind.toLowerCase() === 'csv' ? csvRows(path, columns) : jsonlRows(path, columns)),
  }
}
