import { UndertoneError } from '../../domain/errors.ts'
import { excerpt } from '../../domain/excerpt.ts'
import { readRecords } from '../../files/records.ts'
import type { SourceRecord } from '../../files/splitter.ts'
import type { OpenedFile, SkippedPiece } from '../protocol.ts'
import { fitCells, tableWidth } from './cells.ts'
import { columnNames } from './columnNames.ts'
import { ColumnProfile } from './columnProfile.ts'
import type { DataTable } from './dataTable.ts'
import { openFile, type ReadableFile } from './openFile.ts'
import { Recent } from './recent.ts'
import { RowIndex } from './rowIndex.ts'
import { RowSource, type SourceFile } from './rowSource.ts'
import { guessTextColumn } from './textColumn.ts'

const PREVIEW_ROWS = 50
const SKIPPED_LISTED = 1000

/**
 * Reads every record of the files once and keeps where it lies and what its columns look like.
 * Fails with `not-a-table`, `no-rows`, `headers-differ`, or as the browser fails when it cannot read a file.
 */
export async function openTable(files: readonly File[], signal?: AbortSignal): Promise<DataTable> {
  const reading = new Reading()
  for (const file of files) await reading.add(file, await openFile(file, signal), signal)
  return reading.finish()
}

class Reading {
  private readonly index = new RowIndex()
  private readonly sources: SourceFile[] = []
  private readonly opened: OpenedFile[] = []
  private readonly skipped: SkippedPiece[] = []
  private unlisted = 0
  private header: string[] | null = null
  private readonly profiles: ColumnProfile[] = []
  private readonly preview: string[][] = []

  async add(file: File, { source, dialect }: ReadableFile, signal?: AbortSignal): Promise<void> {
    const firstRow = this.index.length
    let header: string[] | null = null
    for await (const { records, skipped } of readRecords(source, dialect, { signal })) {
      for (const record of records) {
        if (header) this.addRow(record)
        else this.checkHeader((header = record.cells), file.name)
      }
      for (const piece of skipped) this.addSkipped({ file: file.name, ...piece })
    }
    this.sources.push({ name: file.name, blob: source.blob, dialect, firstRow })
    const { encoding, undecodable } = source
    const rows = this.index.length - firstRow
    this.opened.push({
      name: file.name,
      rows,
      bytes: file.size,
      encoding,
      delimiter: dialect.delimiter,
      undecodable,
    })
  }

  finish(): DataTable {
    const [first] = this.sources
    const header = this.header ?? []
    if (!first || this.index.length === 0) throw new UndertoneError('no-rows', 'no record follows the header')
    const { delimiter } = first.dialect
    const width = tableWidth(header.length, this.profiles.length)
    const names = columnNames(header, width)
    const profiles = names.map((_, index) => this.profiles[index] ?? new ColumnProfile())
    const textColumn = guessTextColumn(names, profiles)
    if (this.unlisted > 0) this.noteUnlisted()
    return {
      opened: {
        files: this.opened,
        rows: this.index.length,
        columns: names.map((name, index) => ({
          index,
          name,
          kind: index === textColumn ? 'text' : (profiles[index]?.kind ?? 'empty'),
        })),
        textColumn,
        preview: this.preview.map((cells) => fitCells(cells, width, delimiter)),
        skipped: this.skipped,
      },
      rows: new RowSource(this.sources, this.index),
      header,
      delimiter,
      dateFormats: profiles.map(({ dateFormat }) => dateFormat),
      text: null,
      groupings: new Recent(8),
    }
  }

  private checkHeader(cells: string[], file: string): void {
    this.header ??= cells
    const same =
      this.header.length === cells.length && this.header.every((name, i) => name.trim() === cells[i]?.trim())
    if (!same) throw new UndertoneError('headers-differ', `${file} has other columns than the file before it`)
  }

  private addRow(record: SourceRecord): void {
    this.index.push(record)
    const { cells } = record
    if (this.preview.length < PREVIEW_ROWS) this.preview.push(cells.map(excerpt))
    const width = tableWidth(this.header?.length ?? 0, cells.length)
    while (this.profiles.length < width) this.profiles.push(new ColumnProfile())
    for (let index = 0; index < width; index++) this.profiles[index]?.add(cells[index] ?? '')
  }

  private addSkipped(piece: SkippedPiece): void {
    if (this.skipped.length < SKIPPED_LISTED) this.skipped.push(piece)
    else this.unlisted++
  }

  /** A file of nothing but broken quotes must not fill the memory with its own account. */
  private noteUnlisted(): void {
    const last = this.skipped.at(-1)
    if (last) last.reason += ` So do ${this.unlisted} more lines below it, in this or later files.`
  }
}
