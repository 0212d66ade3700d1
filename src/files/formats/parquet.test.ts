import { brotliCompressSync, gzipSync } from 'node:zlib'
import { parquetMetadata, type FileMetaData } from 'hyparquet'
import { parquetWriteBuffer, type ColumnSource, type ParquetWriteOptions } from 'hyparquet-writer'
import { writeMetadata } from 'hyparquet-writer/src/metadata.js'
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { describe, expect, it } from 'vitest'
import { gzipOf, zipOf } from '../../testing/archives.ts'
import { collect } from '../../testing/collect.ts'
import { openFiles } from '../open/openFiles.ts'
import type { ReadableFile } from '../open/readableFile.ts'
import { SeenFiles } from '../open/seenFiles.ts'

type Options = Partial<Omit<ParquetWriteOptions, 'writer' | 'columnData'>>

const written = (columnData: ColumnSource[], options: Options = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }))

async function open(
  bytes: Uint8Array<ArrayBuffer>,
  {
    name = 'a.parquet',
    partial = false,
    seen = new SeenFiles(),
    signal,
  }: Partial<{
    name: string
    partial: boolean
    seen: SeenFiles
    signal: AbortSignal
  }> = {},
): Promise<ReadableFile> {
  const { files } = await openFiles(new File([bytes], name), {}, { seen, partial, signal })
  return files[0]!
}

async function recordsOf(file: ReadableFile): Promise<string[][]> {
  const records: string[][] = []
  for await (const batch of file.reader().batches()) records.push(...batch.records.map(({ cells }) => cells))
  return records
}

const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> => recordsOf(await open(bytes))

/** A file with other metadata at its end, and more bytes before them. */
function forged(
  bytes: Uint8Array<ArrayBuffer>,
  change: (metadata: FileMetaData) => void,
  body = bytes.subarray(0, bytes.length - 8 - parquetMetadata(bytes).metadata_length),
): Uint8Array<ArrayBuffer> {
  const metadata = parquetMetadata(bytes)
  change(metadata)
  const writer = new ByteWriter()
  writer.appendBytes(body)
  writeMetadata(writer, metadata)
  writer.appendUint32(0x31524150)
  return new Uint8Array(writer.getBuffer())
}

const TEXTS = Array.from({ length: 6000 }, (_, row) =>
  row % 7 === 0 ? null : `“Text ${row}”, as it is\nwritten by somebody`,
)
const COLUMNS: ColumnSource[] = [
  { name: 'review', data: TEXTS, type: 'STRING' },
  { name: '2026', data: TEXTS.map((_, row) => BigInt(row)), type: 'INT64' },
]
const ROWS = TEXTS.map((text, row) => [text ?? '', String(row)])

/** A frame of zstd whose blocks are not packed: what writes it is not part of Node 20. */
function zstdOf(input: Uint8Array): Uint8Array {
  const block = 2 ** 16
  const parts = [0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...littleEndian(input.length, 4)]
  for (let at = 0; at === 0 || at < input.length; at += block) {
    const bytes = input.subarray(at, at + block)
    parts.push(...littleEndian((bytes.length << 3) | Number(at + block >= input.length), 3), ...bytes)
  }
  return Uint8Array.from(parts)
}

function littleEndian(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)
}

/** Three rows that Arrow 26 wrote, packed with zstd. */
const ARROW =
  'UEFSMRUEFSAVMkwVBBUAEgAAKLUv/SAQgQAABQAAAEdyZWF0AwAAAEJhZBUGFQoVClwVBhUCFQYVEBUEFQASHAAAAAMDAQMCFQYV' +
  'HBUcXBUGFQAVBhUAFQQVABIcAAAABgEFAAAAAQAAAAMAAAAVBhUUFRRcFQYVAhUGFQAVBBUAEhwAAAADBZqZiUDNzMy9FQYVJBUk' +
  'XBUGFQIVBhUAFQQVABIcAAAAAwOamZmZmZm5PwAAAAAAAPh/FQYVJBUkXBUGFQIVBhUAFQQVABIcAAAAAwX/////////f/n/////' +
  '////FQYVFBUUXBUGFQIVBhUAFQQVABIcAAAAAwMAAAGz////+xUGFUQVRFwVBhUCFQYVABUEFQASHAAAAAMD/////9gb5M25QTZO' +
  'kcZ+6wAAAAAAAAAAAAAAAAAAAAEVBhU0FTRcFQYVABUGFQAVBBUAEhwAAAAGAZGy/KD1SwYA4F74//////8AYMMm60sGABUGFRQV' +
  'FFwVBhUCFQYVABUEFQASHAAAAAMDIVAAAP7///8VBhUkFSRcFQYVAhUGFQAVBBUAEhwAAAADAwAg7PcKAAAAAAAAAAAAAAAVBhUQ' +
  'FRBcFQYVAhUGFQYVBBUAEhwAAAADAwIAAAADARUGFR4VHlwVCBUEFQYVABUGFQQSHAAAAAMCAx8AAQAAAGEBAAAAYhUGFRQVFFwV' +
  'BhUEFQYVABUGFQASHAAAAAMSAAMAAABBbm4VBhUmFSZcFQYVAhUGFQAVBhUAEhwAAAADIgAAAAAAAAAAEAEAAAAAAAAAFQQZ/BI1' +
  'ABgGc2NoZW1hFRoAFQwlAhgGcmV2aWV3JQBMHAAAABUCJQIYBXN0YXJzJR5MrBMIEQAAABUIJQIYBXNjb3JlABUKJQIYBXNoYXJl' +
  'ABUEJQIYAmlkABUOFQgVAhgFcHJpY2UlChUEFRIsXBUEFRIAAAAVDhUgFQIYA3N1bSUKFQYVTCxcFQYVTAAAABUEJQIYAmF0JRRM' +
  'jBIcLAAAAAAAFQIlAhgDZGF5JQxMbAAAABUEJQIYBHRpbWVsfBIcLAAAAAAAFQAlAhgDYXBwADUCGAR0YWdzFQIVBkw8AAAANQQY' +
  'BGxpc3QVAgAVDCUCGAdlbGVtZW50JQBMHAAAADUCGAJieRUEABUMJQIYBG5hbWUlAEwcAAAAFQQlAhgFdm90ZXMAFgYZHBnsJgAc' +
  'FQwZNQAGEBkYBnJldmlldxUMFgYWdhaIASZWJggpLBUEFQAVAgAVABUQFQIAPBYQGQYZJgIEAAAAJgAcFQIZJQYAGRgFc3RhcnMV' +
  'DBYGFkwWTCaQAUkcFQAVABUCADwpBhkmAAYAAAAmABwVCBklBgAZGAVzY29yZRUMFgYWRBZEJtwBSRwVABUAFQIAPCkGGSYCBAAA' +
  'ACYAHBUKGSUGABkYBXNoYXJlFQwWBhZUFlQmoAJJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQQZJQYAGRgCaWQVDBYGFlQWVCb0Akkc' +
  'FQAVABUCADwpBhkmAgQAAAAmABwVDhklBgAZGAVwcmljZRUMFgYWRBZEJsgDSRwVABUAFQIAPCkGGSYCBAAAACYAHBUOGSUGABkY' +
  'A3N1bRUMFgYWdBZ0JowESRwVABUAFQIAPCkGGSYCBAAAACYAHBUEGSUGABkYAmF0FQwWBhZkFmQmgAVJHBUAFQAVAgA8KQYZJgAG' +
  'AAAAJgAcFQIZJQYAGRgDZGF5FQwWBhZEFkQm5AVJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQQZJQYAGRgEdGltZRUMFgYWVBZUJqgG' +
  'SRwVABUAFQIAPCkGGSYCBAAAACYAHBUAGRUGGRgDYXBwFQwWBhZAFkAm/AZJHBUAFQYVAgA8KQYZJgIEAAAAJgAcFQwZJQYAGTgE' +
  'dGFncwRsaXN0B2VsZW1lbnQVDBYIFk4WTia8B0kcFQAVABUCADwWBBkmBgIZRgICAAQAAAAmABwVDBklBgAZKAJieQRuYW1lFQwW' +
  'BhZEFkQmighJHBUAFQAVAgA8FgYZBhk2AgICAAAAJgAcFQQZJQYAGSgCYnkFdm90ZXMVDBYGFlYWVibOCEkcFQAVABUCADwpBhk2' +
  'AgAEAAAAFooJFgYmCBacCQAoIHBhcnF1ZXQtY3BwLWFycm93IHZlcnNpb24gMjYuMC4xGewcAAAcAAAcAAAcAAAcAAAcAAAcAAAc' +
  'AAAcAAAcAAAcAAAcAAAcAAAcAAAANQQAAFBBUjE='

describe('a Parquet file', () => {
  it('has values as people write them, whatever their type', async () => {
    const records = await read(Uint8Array.from(atob(ARROW), (character) => character.charCodeAt(0)))
    expect(records).toEqual([
      ['review', 'stars', 'score', 'share', 'id', 'price', 'sum', 'at', 'day', 'time', 'app', 'tags', 'by'],
      [
        'Great',
        '5',
        '4.3',
        '0.1',
        '9223372036854775807',
        '4.35',
        '-12345678901234567890123456.789',
        '2026-03-01 12:30:00.250001',
        '2026-03-01',
        '13:05:09.12',
        'TRUE',
        '["a","b"]',
        '{"name":"Ann","votes":"1152921504606846976"}',
      ],
      [
        'Bad',
        '1',
        '',
        '',
        '',
        '-0.05',
        '0.001',
        '1969-12-31 23:59:59.5',
        '1969-12-30',
        '00:00:00',
        'FALSE',
        '[]',
        '',
      ],
      ['', '3', '-0.1', '', '-7', '', '', '2026-03-01', '', '', '', '', '{"name":null,"votes":1}'],
    ])
  })

  it.each<[string, Options]>([
    ['nothing', { codec: 'UNCOMPRESSED' }],
    ['snappy', { codec: 'SNAPPY' }],
    ['zstd', { codec: 'ZSTD', compressors: { ZSTD: zstdOf } }],
    ['gzip', { codec: 'GZIP', compressors: { GZIP: (bytes) => gzipSync(bytes) } }],
    ['brotli', { codec: 'BROTLI', compressors: { BROTLI: (bytes) => brotliCompressSync(bytes) } }],
  ])('packed with %s gives its rows, group by group', async (_, codec) => {
    const records = await read(written(COLUMNS, { ...codec, rowGroupSize: 2500, pageSize: 20_000 }))
    expect(records).toEqual([['review', '2026'], ...ROWS])
  })

  it('is read a stretch of a group at a time, and its start alone at first', async () => {
    const short = TEXTS.map((_, row) => `row ${row}`)
    const bytes = written([{ name: 'review', data: short, type: 'STRING' }], {
      rowGroupSize: 6000,
      pageSize: 1000,
    })
    const all = await open(bytes, { partial: true })
    expect(all.partial).toBe(false)
    expect(await recordsOf(all)).toEqual([['review'], ...short.map((text) => [text])])

    const start = await open(written(COLUMNS, { rowGroupSize: 6000, pageSize: 1000 }), { partial: true })
    expect(start.partial).toBe(true)
    const records = await recordsOf(start)
    expect(records.length).toBeLessThan(6000)
    expect(records).toEqual([['review', '2026'], ...ROWS].slice(0, records.length))
  })

  it('has the column names that it says, and rows numbered from 2, whatever line breaks they hold', async () => {
    const file = await open(written(COLUMNS))
    expect(file.reading).toMatchObject({
      encoding: null,
      delimiter: null,
      header: null,
      sheet: null,
      leadingLines: 0,
    })
    expect(file.reading.format).toEqual({
      value: 'parquet',
      reason: 'It is a Parquet file.',
      chosen: false,
      alternatives: [],
    })
    expect(file.layout).toMatchObject({ header: true, named: true, firstNumber: 2 })
    const [{ records } = { records: [] }] = await collect(file.reader().batches())
    expect(records.slice(0, 3).map(({ line }) => line)).toEqual([1, 2, 3])
    const { offset, length } = records[3]!
    const text = await file.blob.slice(offset, offset + length).text()
    expect(file.reader().parse(text)).toEqual([ROWS[2]])
  })

  it('is the same within an archive', async () => {
    const bytes = written(COLUMNS)
    const files = { 'in/a.parquet': bytes, 'notes.md': 'none' }
    expect(await recordsOf(await open(await zipOf(files), { name: 'a.zip' }))).toHaveLength(6001)
    expect(await recordsOf(await open(await gzipOf(bytes), { name: 'a.parquet.gz' }))).toHaveLength(6001)
  })

  it('may hold nothing in a column, packed with LZ4', async () => {
    const nothing: ColumnSource[] = [
      { name: 'review', data: ['Fine'], type: 'STRING', codec: 'UNCOMPRESSED' },
      { name: 'reply', data: [null], type: 'STRING' },
    ]
    // Nothing packed with LZ4 is one byte.
    const bytes = written(nothing, { codec: 'LZ4_RAW', compressors: { LZ4_RAW: () => Uint8Array.of(0) } })
    expect(await read(bytes)).toEqual([
      ['review', 'reply'],
      ['Fine', ''],
    ])
  })

  it('is not written anew at the next look', async () => {
    const seen = new SeenFiles()
    const bytes = written(COLUMNS)
    const file = new File([bytes], 'a.parquet', { lastModified: 1 })
    const look = async (): Promise<Blob> =>
      (await openFiles(file, {}, { seen, partial: false })).files[0]!.blob
    expect(await look()).toBe(await look())
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort()
    await expect(open(written(COLUMNS), { signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is no text that begins like one', async () => {
    const bytes = new TextEncoder().encode('PAR1,review\n1,Fine\n2,Bad\n')
    expect((await open(bytes, { name: 'a.csv' })).reading.format.value).toBe('table')
  })
})

describe('a Parquet file that cannot be read', () => {
  const good = written(COLUMNS, { codec: 'UNCOMPRESSED' })
  const packed = written([{ name: 'review', data: ['Fine', 'Bad', 'Good'], type: 'STRING' }], {
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => gzipSync(bytes) },
  })

  /** The first page says that it unpacks to 1.5 GB: five bytes instead of the one behind its type. */
  function boasting(): Uint8Array<ArrayBuffer> {
    const end = packed.length - 8 - parquetMetadata(packed).metadata_length
    const claim = [0x80, 0x80, 0x80, 0x98, 0x0b]
    const body = Uint8Array.from([...packed.subarray(0, 7), ...claim, ...packed.subarray(8, end)])
    return forged(
      packed,
      ({ row_groups: [group] }) => void (group!.columns[0]!.meta_data!.total_compressed_size += 4n),
      body,
    )
  }

  it.each<[string, () => Uint8Array<ArrayBuffer>, string, RegExp]>([
    ['is cut off', () => good.slice(0, 5000), 'not-a-table', /footer/],
    [
      'lost its middle',
      () => Uint8Array.from([...good.subarray(0, 500), ...good.subarray(900)]),
      'not-a-table',
      /Parquet/,
    ],
    [
      'says that it has more rows than it has',
      () => forged(good, ({ row_groups: groups }) => void (groups.at(-1)!.num_rows += 1n)),
      'not-a-table',
      /review has too few values/,
    ],
    [
      'is encrypted',
      () => Uint8Array.from([...new TextEncoder().encode('PARE'), ...good.subarray(4, -4), 80, 65, 82, 69]),
      'not-a-table',
      /encrypted/,
    ],
    [
      'is packed in a way that nobody uses',
      () => written(COLUMNS, { codec: 'LZO', compressors: { LZO: (bytes) => bytes } }),
      'not-a-table',
      /LZO/,
    ],
    [
      'has one name twice',
      () =>
        forged(good, ({ schema, row_groups: groups }) => {
          schema[2]!.name = 'review'
          for (const { columns } of groups) columns[1]!.meta_data!.path_in_schema = ['review']
        }),
      'not-a-table',
      /one name/,
    ],
    ['claims a page of more than a gigabyte', boasting, 'too-large', /1 GB/],
  ])('when it %s', async (_, bytes, code, message) => {
    await expect(open(bytes())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as unknown,
    })
  })
})
