import type { Dialect } from './dialect.ts'
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

/** A stretch that is no record. */
export interface SkippedLine {
  line: number
  reason: string
}

export interface Batch {
  records: SourceRecord[]
  skipped: SkippedLine[]
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
  private line = 1
  /** Cells of the first record. */
  private width = 0
  private rest = ''
  /** Parse again only when the rest has grown to this: doubling keeps the work linear in the record's length. */
  private parseAt = 0
  /** Up to here in `rest` no quoted cell ends that starts on an earlier line: one scan has shown it. */
  private unclosedUntil = 0
  /** Inside an over-long line: everything up to its end is dropped. */
  private skipping = false

  constructor(dialect: Dialect, offset: number, limit: number) {
    this.dialect = dialect
    this.offset = offset
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
    const last = batch.records.at(-1)
    if (!complete && last && last.offset + last.length === this.offset) last.length--
    return batch
  }

  private drain(batch: Batch, last: boolean): void {
    if (this.skipping) this.skipLine(0)
    while (this.rest !== '') {
      this.readLines(batch, last)
      if (this.read(this.rest, batch)) {
        this.report(batch, 0)
        this.skipLine(0)
        continue
      }
      if (this.rest === '' || (!last && this.rest.length <= this.limit)) break
      this.setAside(batch)
    }
    this.parseAt = Math.min(2 * this.rest.length, this.limit + 1)
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
      this.report(batch, 0)
      this.skipLine(0)
    }
    this.unclosedUntil = 0
  }

  private setAside(batch: Batch): void {
    const quote = unclosedQuote(this.rest, this.dialect)
    this.unclosedUntil = quote < 0 ? 0 : this.rest.length
    this.report(batch, quote)
    this.skipLine(Math.max(quote, 0))
  }

  private report(batch: Batch, quote: number): void {
    const reason =
      quote < 0
        ? `The line is longer than ${Math.round(this.limit / 2 ** 20)} MB.`
        : 'A quotation mark opens here and is never closed.'
    batch.skipped.push({ line: this.line, reason })
  }

  /** Drops everything to the end of the line that `from` is on. */
  private skipLine(from: number): void {
    const index = this.rest.indexOf(this.dialect.newline, from)
    this.skipping = index < 0
    const end = this.skipping ? this.rest.length : index + 1
    this.offset += utf8Length(this.rest, 0, end)
    this.line += countLines(this.rest, 0, end)
    this.drop(end)
  }

  private drop(end: number): void {
    this.rest = this.rest.slice(end)
    this.unclosedUntil = Math.max(0, this.unclosedUntil - end)
  }
}
