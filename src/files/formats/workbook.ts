import { streamXlsxRows } from 'hucre/xlsx'
import { UndertoneError } from '../../domain/errors.ts'
import type { ArchiveFile } from '../archive/archive.ts'
import { sheetNames } from './sheetNames.ts'
import { CsvPieces } from './csvPieces.ts'

/**
 * A workbook's texts stand together and are read at once, unlike those of a text file. In bytes: of the file, of what it
 * unpacks to, and of the texts in that.
 */
const FILE_LIMIT = 200e6
const UNPACKED_LIMIT = 2 ** 30
const TEXTS_LIMIT = 150e6

/** True when the files of an archive are those of an Excel workbook. */
export function isWorkbook(files: readonly ArchiveFile[]): boolean {
  return files.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))
}

export interface Sheet {
  name: string
  /** Of its cells, unpacked: tells a cover sheet from the data. */
  bytes: number
}

/** The sheets of a workbook, in order. Fails with `not-a-table` and `too-large`. */
export async function sheetsOf(name: string, bytes: number, files: readonly ArchiveFile[]): Promise<Sheet[]> {
  const sizeOf = (path: string): number => files.find((file) => file.name.toLowerCase() === path)?.bytes ?? 0
  const unpacked = files
    .filter((file) => /\.xml$/i.test(file.name))
    .reduce((sum, file) => sum + file.bytes, 0)
  const texts = sizeOf('xl/sharedstrings.xml')
  if (bytes > FILE_LIMIT || unpacked > UNPACKED_LIMIT || texts > TEXTS_LIMIT) {
    throw new UndertoneError('too-large', `${name} has ${bytes} bytes and unpacks to ${unpacked}`)
  }
  const workbook = files.find((file) => /^xl\/workbook\.xml$/i.test(file.name))
  const names = workbook ? sheetNames(await new Response(workbook.stream()).text()) : []
  if (names.length === 0) throw new UndertoneError('not-a-table', `${name} has no sheet`)
  // Programs number these files in the order of the sheets.
  return names.map((sheet, index) => ({ name: sheet, bytes: sizeOf(`xl/worksheets/sheet${index + 1}.xml`) }))
}

/**
 * One sheet as CSV with commas, in blobs, every row of the sheet a record: empty ones too, but for those at the end.
 * Dates become ISO days, with the time where there is one; numbers keep the 15 digits that Excel keeps. Fails with
 * `not-a-table` when the workbook is damaged or encrypted and with `too-large`, rejects with the signal's reason.
 */
export async function sheetAsCsv(workbook: Blob, sheet: number, signal?: AbortSignal): Promise<Blob> {
  const pieces = new CsvPieces()
  let next = 0
  try {
    for await (const { index, values } of streamXlsxRows(await workbook.arrayBuffer(), { sheet })) {
      signal?.throwIfAborted()
      const cells = values.map(cellOf)
      while (cells.at(-1) === '') cells.pop()
      if (cells.length === 0) continue
      for (; next < index; next++) pieces.add([''])
      pieces.add(cells)
      next = index + 1
    }
  } catch (thrown) {
    if (thrown instanceof DOMException || thrown instanceof UndertoneError) throw thrown
    throw new UndertoneError('not-a-table', `the workbook cannot be read: ${String(thrown)}`, {
      cause: thrown,
    })
  }
  return pieces.end()
}

function cellOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : dateOf(value)
}

/** Excel has no zones: what UTC says is what the cell shows. A time alone belongs to the day before its first. */
function dateOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T')
  const clock = time.slice(0, 8)
  if (day <= '1899-12-31') return clock
  return clock === '00:00:00' ? day : `${day} ${clock}`
}
