import { plural } from '../../../lib/format.ts'
import type { OpenedFile, OpenTable } from '../../../table/protocol.ts'

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
}

const FORMATS: Readonly<Record<OpenedFile['reading']['format']['value'], string>> = {
  table: 'table',
  lines: 'one text a line',
  'json-lines': 'JSON Lines',
  json: 'JSON',
  sheet: 'Excel sheet',
}

/** "reviews.csv", or "march.csv and 2 more". */
export function fileNames(files: readonly Pick<OpenedFile, 'name'>[]): string {
  const first = files[0]?.name ?? ''
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first
}

/** "20,000 rows · UTF-16 LE · comma"; files that differ list each way of reading once. */
export function fileFacts({ files, rows }: OpenTable): string {
  const once = (values: string[]): string[] => (values.length > 0 ? [[...new Set(values)].join(' and ')] : [])
  return [
    plural(rows, 'row'),
    ...once(files.flatMap(({ encoding }) => encoding ?? [])),
    ...once(files.map(separation)),
  ].join(' · ')
}

function separation({ delimiter, reading }: OpenedFile): string {
  return delimiter === null ? FORMATS[reading.format.value] : (DELIMITERS[delimiter] ?? `“${delimiter}”`)
}
