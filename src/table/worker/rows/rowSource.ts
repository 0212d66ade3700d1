import type { Delimiter } from '../../../files/layout/dialect.ts'
import type { RowIndex } from './rowIndex.ts'

/** A file's rows are `firstRow` up to the next file's. */
export interface SourceFile {
  name: string
  /** Valid UTF-8; the index names byte ranges of it. */
  blob: Blob
  firstRow: number
  /** Of its first row, as a spreadsheet counts. */
  firstNumber: number
  /** Between cells where they must be joined. */
  delimiter: Delimiter
  /** The cells of the records in a text, in the order of the table's columns. */
  parse: (text: string) => string[][]
  /** True when neighbouring records can be parsed in one go. */
  joins: boolean
}

export interface RowBlock {
  rows: Uint32Array
  /** Cells of each of `rows`, in their order, as the file has them: fewer or more than columns are possible. */
  records: string[][]
}

interface Stretch {
  file: SourceFile
  from: number
  to: number
  rows: number[]
}

/** Bytes between two wanted rows that are cheaper to read than to seek over. */
const GAP = 2 ** 16
const BLOCK_BYTES = 2 ** 22
const BLOCK_ROWS = 2 ** 16

/** Reads rows back from the files they came from. */
export class RowSource {
  readonly files: readonly SourceFile[]
  readonly index: RowIndex

  constructor(files: readonly SourceFile[], index: RowIndex) {
    this.files = files
    this.index = index
  }

  get length(): number {
    return this.index.length
  }

  /** Throws `RangeError` when there is no such row. */
  fileOf(row: number): SourceFile {
    const file = row < this.length ? this.files.findLast(({ firstRow }) => firstRow <= row) : undefined
    if (!file) throw new RangeError(`There is no row ${row}`)
    return file
  }

  /** As a spreadsheet counts in the row's file, which shows the line of column names as 1 where nothing is above. */
  numberOf(row: number): number {
    const { firstRow, firstNumber } = this.fileOf(row)
    return row - firstRow + firstNumber
  }

  /** Rows in the order asked for, none twice, in blocks of bounded memory. */
  async *blocks(rows: Uint32Array, signal?: AbortSignal): AsyncGenerator<RowBlock> {
    for (let from = 0; from < rows.length;) {
      let bytes = 0
      let to = from
      while (to < rows.length && to - from < BLOCK_ROWS && (to === from || bytes < BLOCK_BYTES)) {
        bytes += this.index.bytes(rows[to++] ?? 0)
      }
      signal?.throwIfAborted()
      const block = rows.subarray(from, to)
      yield { rows: block, records: await this.read(block) }
      from = to
    }
  }

  /** All at once: for a page of rows. */
  async read(rows: Uint32Array): Promise<string[][]> {
    const found = new Map<number, string[]>()
    for (const stretch of this.stretches(rows)) {
      const bytes = new Uint8Array(await stretch.file.blob.slice(stretch.from, stretch.to).arrayBuffer())
      this.parse(stretch, bytes, found)
    }
    return Array.from(rows, (row) => found.get(row) ?? [])
  }

  /** Few reads for many rows: neighbours share one. */
  private stretches(rows: Uint32Array): Stretch[] {
    const stretches: Stretch[] = []
    for (const row of rows.toSorted()) {
      const file = this.fileOf(row)
      const [from, to] = [this.index.offset(row), this.index.end(row)]
      const last = stretches.at(-1)
      if (last?.file === file && from - last.to <= GAP && to - last.from <= BLOCK_BYTES) {
        last.to = to
        last.rows.push(row)
      } else stretches.push({ file, from, to, rows: [row] })
    }
    return stretches
  }

  /** Rows without a gap between them are decoded and parsed in one go. */
  private parse({ file, from, rows }: Stretch, bytes: Uint8Array, found: Map<number, string[]>): void {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    for (let first = 0; first < rows.length;) {
      let end = first + 1
      while (file.joins && end < rows.length && this.areNeighbours(rows[end - 1] ?? 0, rows[end] ?? 0)) end++
      const start = this.index.offset(rows[first] ?? 0) - from
      const stop = this.index.end(rows[end - 1] ?? 0) - from
      const records = file.parse(decoder.decode(bytes.subarray(start, stop)))
      for (let index = first; index < end; index++) {
        found.set(rows[index] ?? 0, records[index - first] ?? [])
      }
      first = end
    }
  }

  private areNeighbours(row: number, next: number): boolean {
    return this.index.end(row) === this.index.offset(next)
  }
}

/** `0, 1, … count - 1`. */
export function everyRow(count: number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let row = 0; row < count; row++) rows[row] = row
  return rows
}
