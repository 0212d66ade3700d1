import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  type ParquetParsers,
  type RowGroup,
  type SchemaElement,
  type SchemaTree,
} from 'hyparquet'
import { compressors, decompressZstd } from 'hyparquet-compressors'
import { UndertoneError } from '../../domain/errors.ts'
import { HEAD } from '../archive/members.ts'
import { tooLarge, UNPACKED_LIMIT } from '../archive/unpackedBlob.ts'
import { CsvPieces } from './csvPieces.ts'
import type { RewriteRequest, Rewritten } from './opener.ts'

/** Bytes, as the file claims, and cells that are unpacked at a time; a row group may have a million rows. */
const STRETCH_BYTES = 2 ** 25
const STRETCH_CELLS = 2 ** 20
/** Rows of the first look. */
const FIRST_ROWS = 2048

/**
 * The rows of a Parquet file under its column names, read a stretch of a row group at a time. Dates and times are as ISO
 * writes them, in UTC where the file knows zones; lists and records are JSON; nothing, and what is no number, is empty.
 * Fails with `not-a-table` when the file is damaged, encrypted or packed in an unknown way, and with `too-large`.
 */
export async function parquetRows(request: RewriteRequest): Promise<Rewritten> {
  const { name, seen } = request
  const known = seen.csv.get('')
  if (known) return { csv: known, whole: true, sheet: null }
  try {
    const { csv, whole } = await rewrite(request)
    if (whole) seen.csv.set('', csv)
    return { csv, whole, sheet: null }
  } catch (thrown) {
    if (thrown instanceof DOMException || thrown instanceof UndertoneError) throw thrown
    throw new UndertoneError('not-a-table', `${name} cannot be read as Parquet: ${String(thrown)}`, {
      cause: thrown,
    })
  }
}

async function rewrite({ name, blob, partial, signal }: RewriteRequest): Promise<Omit<Rewritten, 'sheet'>> {
  if (await isEncrypted(blob)) throw new UndertoneError('not-a-table', `${name} is an encrypted Parquet file`)
  const file = {
    byteLength: blob.size,
    slice: (from, to) => blob.slice(from, to).arrayBuffer(),
  } satisfies AsyncBuffer
  const found = await parquetMetadataAsync(file, { geoparquet: false })
  const columns = parquetSchema(found).children
  const metadata = { ...found, schema: withoutConversions(found.schema, columns) }
  const names = columns.map(({ element }) => element.name)
  if (new Set(names).size < Math.max(names.length, 1))
    throw new TypeError('two columns, or none, have one name')
  const writers = columns.map(cellWriter)
  const pieces = new CsvPieces()
  pieces.add(names)
  let start = 0
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows)
    const step = partial ? Math.min(FIRST_ROWS, stretchOf(group)) : stretchOf(group)
    for (; start < end; start += step) {
      if (partial && pieces.size >= HEAD) return { csv: pieces.end(), whole: false }
      signal?.throwIfAborted()
      for (const row of await readRows(file, metadata, start, Math.min(start + step, end))) {
        pieces.add(writers.map((write, column) => write(row[column])))
      }
    }
    start = end
  }
  return { csv: pieces.end(), whole: true }
}

/** `PARE` at the end: the whole file is; columns alone that are have no metadata, and fail when they are read. */
async function isEncrypted(file: Blob): Promise<boolean> {
  return (await file.slice(-4).text()) === 'PARE'
}

/** Rows of a group that are read in one go. */
function stretchOf({ total_byte_size: bytes, num_rows: rows, columns }: RowGroup): number {
  const bytesPerRow = Number(bytes) / Math.max(1, Number(rows))
  return Math.max(
    1,
    Math.floor(Math.min(STRETCH_BYTES / Math.max(1, bytesPerRow), STRETCH_CELLS / columns.length)),
  )
}

async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<unknown[][]> {
  let found: unknown[][] = []
  const onComplete = (rows: unknown[][]): void => void (found = rows)
  const options = { compressors: CODECS, parsers: PARSERS, utf8: false, geoparquet: false }
  await parquetRead({ file, metadata, rowStart, rowEnd, onComplete, ...options })
  return found
}

/** No page is unpacked to more than an archive may. */
const CODECS: Compressors = Object.fromEntries(
  Object.entries({
    ...compressors,
    ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)),
  }).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => {
      if (length > UNPACKED_LIMIT / 2) throw tooLarge(UNPACKED_LIMIT / 2)
      // LZ4 of nothing, as a column of nulls has it, is a byte that the library stumbles over.
      return length === 0 ? new Uint8Array() : unpack(input, length)
    },
  ]),
)

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })
const utf8 = (bytes: Uint8Array): string => UTF8.decode(bytes)

const PARSERS: Partial<ParquetParsers> = {
  stringFromBytes: utf8,
  jsonFromBytes: utf8,
  dateFromDays: (days) => isoText(BigInt(days) * 86_400n, 0),
  timestampFromMilliseconds: (count) => isoText(count, 3),
  timestampFromMicroseconds: (count) => isoText(count, 6),
  timestampFromNanoseconds: (count) => isoText(count, 9),
}

/** Of a count of parts of a second since 1970, `digits` of them behind the point: `2026-03-01 12:30:00.25`. */
function isoText(count: bigint, digits: number): string {
  const [seconds, fraction] = secondsOf(count, digits)
  const date = new Date(Number(seconds) * 1000)
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  const clock = time.slice(0, 8) + fraction
  return clock === '00:00:00' ? day : `${day} ${clock}`
}

/** Whole seconds, and what is more than them as `.25`. */
function secondsOf(count: bigint, digits: number): [seconds: bigint, fraction: string] {
  const parts = 10n ** BigInt(digits)
  const rest = ((count % parts) + parts) % parts
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`
  return [(count - rest) / parts, fraction]
}

const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  converted === 'DECIMAL' || logical?.type === 'DECIMAL'

/** The library makes fractions of decimals, 4.3500000000000005 of 4.35, and refuses files with two rare types. */
function withoutConversions(
  schema: readonly SchemaElement[],
  columns: readonly SchemaTree[],
): SchemaElement[] {
  const decimals = new Set(columns.map(({ element }) => element).filter(isDecimal))
  return schema.map((element) => {
    const { converted_type: converted, logical_type: logical, ...raw } = element
    if (decimals.has(element)) return raw
    if (converted !== 'BSON' && converted !== 'INTERVAL') return element
    return logical ? { ...raw, logical_type: logical } : raw
  })
}

/** How a column's values are written. Throws `TypeError` where one is missing: its page was cut off. */
function cellWriter({ element, children }: SchemaTree): (value: unknown) => string {
  const write = valueWriter(element)
  return (value) => {
    if (value === undefined && children.length === 0)
      throw new TypeError(`${element.name} has too few values`)
    return value === null || value === undefined ? '' : write(value)
  }
}

function valueWriter(element: SchemaElement): (value: unknown) => string {
  const { type, converted_type: converted, logical_type: logical } = element
  if (isDecimal(element)) {
    const scale = logical?.type === 'DECIMAL' ? logical.scale : (element.scale ?? 0)
    return (value) => decimalText(integerOf(value), scale)
  }
  const unit = logical?.type === 'TIME' ? logical.unit : converted?.match(/^TIME_(MILLIS|MICROS)$/)?.[1]
  if (unit !== undefined) {
    const digits = unit === 'NANOS' ? 9 : unit === 'MICROS' ? 6 : 3
    return (value) => isoText(integerOf(value), digits).replace(/^1970-01-01 ?/, '') || '00:00:00'
  }
  return type === 'FLOAT'
    ? (value) => plainText(typeof value === 'number' ? singleOf(value) : value)
    : plainText
}

/** A number of 32 bits with no more digits than tell it from its neighbours: 4.3, not 4.300000190734863. */
function singleOf(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return short
  }
  return value
}

/** Of a whole number, or of the bytes of one, the highest first. */
function integerOf(value: unknown): bigint {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return BigInt(value)
  if (!(value instanceof Uint8Array)) throw new TypeError('no whole number')
  return BigInt.asIntN(
    8 * value.length,
    value.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n),
  )
}

function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  const point = digits.length - scale
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return unscaled < 0n ? `-${text}` : text
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value)
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? utf8(value) : JSON.stringify(value, jsonValue)
}

/** JSON has no whole numbers of 64 bits that everybody keeps, and no bytes. */
function jsonValue(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return value instanceof Uint8Array ? utf8(value) : value
}
