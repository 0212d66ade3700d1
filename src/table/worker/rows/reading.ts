import { UndertoneError } from '../../../domain/errors.ts'
import { excerpt } from '../../../domain/excerpt.ts'
import type { SourceRecord } from '../../../files/records/splitter.ts'
import type { OpenedFile } from '../../protocol.ts'
import { UNNAMED } from './cells.ts'
import { columnNames } from '../../../domain/columnNames.ts'
import { ColumnProfile } from './columnProfile.ts'
import { describeColumns } from './describeColumns.ts'
import { Gathering, type ColumnGuess, type Gathered, type GUESS_AFTER } from './gathering.ts'
import { GuardedCells } from './guardedCells.ts'
import { openedFile } from '../../../files/open/openedFile.ts'
import type { ReadableFile } from '../../../files/open/readableFile.ts'
import { RowIndex } from './rowIndex.ts'
import type { SourceFile } from './rowSource.ts'
import { SkippedPieces } from './skippedPieces.ts'
import { FileColumns, TableColumns } from './tableColumns.ts'

const PREVIEW_ROWS = 50

/** Reads files one after the other: where their rows lie, what their columns look like, what is no row. */
export class Reading {
  readonly index = new RowIndex()
  readonly sources: SourceFile[] = []
  readonly opened: OpenedFile[] = []
  readonly skipped = new SkippedPieces()
  readonly columns = new TableColumns()
  readonly preview: string[][] = []
  /** Header cells as the first file has them; null where it has none. */
  header: string[] | null = null
  private readonly profiles: ColumnProfile[] = []
  /** Of cells that no file names, after all columns. */
  private readonly unnamed: ColumnProfile[] = []
  /** The column names of the first file that has a line of them, or would have. */
  private fixed: ReadonlySet<string> | null = null
  private readonly gathering: Gathering | null

  /** `guessAfter`: when to guess what the rows will be asked; null where they are only looked at. */
  constructor(guessAfter: typeof GUESS_AFTER | null) {
    this.gathering = guessAfter && new Gathering(() => this.guess(), guessAfter)
  }

  /**
   * `source`: index of the file that was given. Fails with `headers-differ` when the columns are not those of the files
   * before. Rejects with the signal's reason.
   */
  async add(file: ReadableFile, source: number, signal?: AbortSignal): Promise<void> {
    const firstRow = this.index.length
    const reader = file.reader()
    const columns = new FileColumns(this.columns, reader.names)
    const guarded = new GuardedCells()
    const ragged = { short: 0, long: 0 }
    let awaitsHeader = file.layout.header
    this.skipped.begin(file.blob, file.layout.reading.format.value === 'json' ? '\n' : '')
    for await (const { records, skipped } of reader.batches(signal)) {
      for (const record of records) {
        if (awaitsHeader) {
          awaitsHeader = false
          this.skipped.setHeader(record)
          this.takeHeader(record.cells, reader.names, file.name)
          guarded.setHeader(reader.names)
        } else {
          if (this.index.length === firstRow) this.checkColumns(file, reader.names, record.cells.length)
          columns.follow()
          this.addRow(record, columns.arrange(guarded.restore(record.cells)))
          if (file.layout.named) count(ragged, record.cells, reader.names.length)
        }
      }
      for (const piece of skipped) this.skipped.add(file.name, piece)
    }
    const unguarded = guarded.restored
    if (file.damage !== null) this.skipped.note({ file: file.name, line: this.lastLine, reason: file.damage })
    this.sources.push({
      name: file.name,
      blob: file.blob,
      firstRow,
      firstNumber: file.layout.firstNumber,
      delimiter: file.layout.dialect?.delimiter ?? ',',
      parse: (text) => reader.parse(text).map((cells) => columns.arrange(guarded.restore(cells))),
      joins: reader.joins,
    })
    this.opened.push({ ...openedFile(file, source), rows: this.index.length - firstRow, ragged, unguarded })
  }

  /** What one pass has shown of each of `width` columns. */
  profilesOf(width: number): ColumnProfile[] {
    const named = this.columns.names.length
    return Array.from({ length: width }, (_, index) => {
      const profile = index < named ? this.profiles[index] : this.unnamed[index - named]
      return profile ?? new ColumnProfile()
    })
  }

  /** What the rows will be asked, as far as it was foreseen. */
  get gathered(): Gathered {
    return this.gathering?.finish() ?? { text: null, values: [] }
  }

  /** Of each row of the preview, as a spreadsheet numbers it. */
  get previewNumbers(): number[] {
    return this.preview.map((_, row) => {
      const file = this.sources.findLast(({ firstRow }) => firstRow <= row)
      return row - (file?.firstRow ?? 0) + (file?.firstNumber ?? 2)
    })
  }

  /** Cells of the longest record. */
  get longest(): number {
    return this.columns.names.length + this.unnamed.length
  }

  private get lastLine(): number {
    return this.index.length === 0 ? 1 : this.index.line(this.index.length - 1)
  }

  private takeHeader(cells: string[], names: string[], file: string): void {
    names.push(...columnNames(cells, cells.length))
    this.join(names, file)
    if (this.sources.length === 0) this.header = cells
  }

  /** Where no header came: names for cells without one, or those that the first object has. */
  private checkColumns(file: ReadableFile, names: string[], cells: number): void {
    if (file.layout.header) return
    if (file.layout.named) names.push(...headerlessNames(file, cells))
    this.join(names, file.name, !file.layout.named)
  }

  /** `open`: the file's records name their cells themselves, so they leave names out, or have more. */
  private join(names: readonly string[], file: string, open = false): void {
    const { columns, fixed } = this
    const same = fixed?.size === names.length && names.every((name) => fixed.has(name))
    const close = (open || fixed === null) && names.some((name) => columns.has(name))
    if (this.sources.length > 0 && !same && !close) {
      throw new UndertoneError('headers-differ', `${file} has other columns than the file before it`)
    }
    if (!open) this.fixed ??= new Set(names)
    for (const name of names) columns.column(name)
  }

  private addRow(record: SourceRecord, cells: readonly string[]): void {
    this.index.push(record)
    if (this.preview.length < PREVIEW_ROWS) this.preview.push(cells.map(excerpt))
    const { names } = this.columns
    for (let index = this.profiles.length; index < names.length; index++) {
      this.profiles.push(new ColumnProfile(names[index]))
    }
    for (let index = 0; index < cells.length; index++) this.profileAt(index)?.add(cells[index] ?? '')
    // A further cell may become that of a column which a later file names.
    this.gathering?.add(cells.length > names.length ? cells.slice(0, names.length) : cells)
  }

  /** From the rows so far. Cells that no file names change their place with every new column: they are left out. */
  private guess(): ColumnGuess {
    const names = columnNames(this.columns.names, this.columns.names.length)
    const profiles = this.profilesOf(names.length)
    const { textColumn, roles } = describeColumns(names, profiles)
    const columns = roles.map(({ column, role }) => {
      const profile = profiles[column]
      return { column, role, dateFormat: profile?.kind === 'date' ? profile.dateFormat : null }
    })
    return { text: textColumn, columns }
  }

  private profileAt(index: number): ColumnProfile | undefined {
    const unnamed = index - this.columns.names.length
    if (unnamed < 0) return this.profiles[index]
    if (unnamed < UNNAMED) while (this.unnamed.length <= unnamed) this.unnamed.push(new ColumnProfile())
    return this.unnamed[unnamed]
  }
}

/** `Column 1` and so on; a plain text's only column is its text. */
function headerlessNames({ layout }: ReadableFile, cells: number): string[] {
  if (layout.reading.format.value === 'lines') return ['Text']
  return columnNames([], cells)
}

/** A blank line is a row without anything, and no ragged one. */
function count(ragged: OpenedFile['ragged'], cells: readonly string[], width: number): void {
  if (cells.length > width) ragged.long++
  else if (cells.length < width && (cells.length > 1 || cells[0] !== '')) ragged.short++
}
