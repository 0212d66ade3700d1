import type { Dialect } from '../layout/dialect.ts'
import { countLines, utf8Length } from './measure.ts'
import { parseText, unclosedQuote } from './parseText.ts'
import { swallowsRecords } from './swallowed.ts'

/** One record and where it lies in the UTF-8 source. `length` includes its line break, where it has one. */
export interface SourceRecord {
  cells: string[]
  /** In bytes. */
  offset: number
  length: number
  /** First line of the record, the first line of the file is 1. */
  line: number
}

/** A stretch that is no record, and where it lies in the UTF-8 source. */
export interface SkippedStretch {
  offset: number
  length: number
  /** Its first line. */
  line: number
  reason: string
}

export interface Batch {
  records: SourceRecord[]
  skipped: SkippedStretch[]
}

/** Where reading begins: offset in bytes, and the number of the line that starts there. */
export interface Start {
  offset: number
  line: number
}

/**
 * Splits a file's text, piece by piece, into records. A quote that is never closed would swallow the rest of the
 * file: when a record grows past `limit` characters, or the text ends inside quotes, or it has plainly swallowed other
 * records, the line with the opening quote is set aside and reading goes on with the next line.
 */
export class RecordSplitter {
  private readonly dialect: Dialect
  private readonly limit: number
  private offset: number
  private line: number
  /** Cells of the first record. */
  private width = 0
  private rest = ''
  /** Parse again only when the rest has grown to this: doubling keeps the work linear in the record's length. */
  private parseAt = 0
  /** Up to here in `rest` no quoted cell ends that starts on an earlier line: one scan has shown it. */
  private unclosedUntil = 0
  /** The stretch that is being set aside while the end of its line has not come. */
  private skipping: SkippedStretch | null = null

  constructor(dialect: Dialect, { offset, line }: Start, limit: number) {
    this.dialect = dialect
    this.offset = offset
    this.line = line
    this.limit = limit
  }

  /** Records that `text` completes. */
  push(text: string): Batch {
    this.rest += text
    const batch: Batch = { records: [], skipped: [] }
    if (this.rest.length >= this.parseAt) this.drain(batch, false)
    return batch
  }

  /** The records left; a last line needs no line break. */
  end(): Batch {
    const batch: Batch = { records: [], skipped: [] }
    const { newline } = this.dialect
    const complete = this.rest === '' || this.rest.endsWith(newline)
    if (!complete) this.rest += newline
    this.drain(batch, true)
    if (this.skipping) batch.skipped.push(this.skipping)
    if (!complete) this.takeBackLineBreak(batch)
    return batch
  }

  private drain(batch: Batch, last: boolean): void {
    if (this.skipping) this.skipLine(this.skipping, 0, batch)
    while (this.rest !== '') {
      this.readLines(batch, last)
      if (this.read(this.rest, batch)) {
        this.setAside(0, batch)
        continue
      }
      if (this.rest === '' || (!last && this.rest.length <= this.limit)) break
      this.setAsideUnclosed(batch)
    }
    this.parseAt = Math.min(2 * this.rest.length, this.limit + 1)
  }

  /** The last line has been read with a line break that the file does not have. */
  private takeBackLineBreak({ records, skipped }: Batch): void {
    for (const last of [records.at(-1), skipped.at(-1)]) {
      if (last && last.offset + last.length === this.offset) last.length--
    }
  }

  /**
   * Takes the complete records at the start of `text`, itself a start of the rest; true when it stopped at one whose
   * first line has a quote that swallowed the records after it.
   */
  private read(text: string, batch: Batch): boolean {
    let start = 0
    let stopped = false
    parseText(
      text,
      this.dialect,
      (cells, end) => {
        const length = utf8Length(text, start, end)
        batch.records.push({ cells, offset: this.offset, length, line: this.line })
        if (this.width === 0) this.width = cells.length
        this.offset += length
        this.line += countLines(text, start, end)
        start = end
      },
      (end) => (stopped = swallowsRecords(text.slice(start, end), this.dialect, this.width)),
    )
    this.drop(start)
    return stopped
  }

  /**
   * Below `unclosedUntil` every record ends on its own line or is broken, so each line is parsed by itself: a file
   * full of unclosed quotes costs one scan, not one for each of its lines. Near the end a quote may be closed by what
   * follows, unless nothing does.
   */
  private readLines(batch: Batch, last: boolean): void {
    const near = last ? 0 : this.limit / 16
    while (this.unclosedUntil > 0) {
      const end = this.rest.indexOf(this.dialect.newline) + 1
      if (end === 0 || end > this.unclosedUntil) break
      const before = this.rest.length
      this.read(this.rest.slice(0, end), batch)
      if (this.rest.length < before) continue
      if (this.unclosedUntil <= near) break
      this.setAside(0, batch)
    }
    this.unclosedUntil = 0
  }

  private setAsideUnclosed(batch: Batch): void {
    const quote = unclosedQuote(this.rest, this.dialect)
    this.unclosedUntil = quote < 0 ? 0 : this.rest.length
    this.setAside(quote, batch)
  }

  /** Everything to the end of the line with the quote, or of this line when it is -1: the line is too long. */
  private setAside(quote: number, batch: Batch): void {
    const reason =
      quote < 0
        ? `The line is longer than ${Math.round(this.limit / 2 ** 20)} MB.`
        : 'A quotation mark opens here and is never closed.'
    const piece = { offset: this.offset, length: 0, line: this.line, reason }
    this.skipLine(piece, Math.max(quote, 0), batch)
  }

  /** Drops everything to the end of the line that `from` is on. */
  private skipLine(piece: SkippedStretch, from: number, batch: Batch): void {
    const index = this.rest.indexOf(this.dialect.newline, from)
    // The two halves of a CRLF are counted together.
    const cut = this.rest.endsWith('\r') ? this.rest.length - 1 : this.rest.length
    const end = index < 0 ? cut : index + 1
    this.offset += utf8Length(this.rest, 0, end)
    this.line += countLines(this.rest, 0, end)
    this.drop(end)
    piece.length = this.offset - piece.offset
    this.skipping = index < 0 ? piece : null
    if (index >= 0) batch.skipped.push(piece)
  }

  private drop(end: number): void {
    this.rest = this.rest.slice(end)
    this.unclosedUntil = Math.max(0, this.unclosedUntil - end)
  }
}
