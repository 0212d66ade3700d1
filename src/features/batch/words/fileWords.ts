import { delimiterName } from '../../../domain/delimiters.ts'
import { EXPORT_DELIMITERS } from '../../../domain/exportFormat.ts'
import { formatWords } from '../../../domain/fileFormats.ts'
import { plural } from '../../../lib/format.ts'
import type { OpenedFile, OpenTable } from '../../../table/protocol.ts'

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
  if (delimiter === null) return formatWords(reading.format.value)
  // A rare one is shown itself: not everybody knows what it is called.
  const usual = EXPORT_DELIMITERS.some((each) => each === delimiter)
  return (usual ? delimiterName(delimiter) : null) ?? `“${delimiter}”`
}
