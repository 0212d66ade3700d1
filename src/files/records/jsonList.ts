import type { JsonColumns } from './jsonCells.ts'
import { readValue } from './jsonLines.ts'
import { countLines, utf8Length } from './measure.ts'
import type { Splitter } from './records.ts'
import type { Batch, SkippedStretch, Start } from './splitter.ts'

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
/** Opening brackets and their closing ones: `[` 91, `]` 93, `{` 123, `}` 125. */
const isOpening = (unit: number): boolean => unit === 91 || unit === 123
const isClosing = (unit: number): boolean => unit === 93 || unit === 125
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff

const NEVER_CLOSED = 'A value begins here and is never closed.'

/**
 * Splits the values of a JSON list, or values that follow each other, each to be read by itself. Where one is broken,
 * reading goes on with the next thing that looks like the start of a value of the list.
 */
export class JsonListSplitter implements Splitter {
  private readonly columns: JsonColumns
  private readonly limit: number
  /** Nothing after the list's end is looked at: it is a property of an object. */
  private readonly inObject: boolean
  private offset: number
  private line: number
  private rest = ''
  /** How far `rest` was looked at, and what was found: a value begins at its start. */
  private at = 0
  private brackets: number[] = []
  private inString = false
  private closed = false
  /** It ended at a closing bracket that belongs to something else. */
  private misplaced = false
  private listClosed = false
  private done = false
  /** The stretch that is being set aside while no value begins. */
  private skipping: SkippedStretch | null = null

  constructor(columns: JsonColumns, { offset, line }: Start, limit: number, inObject: boolean) {
    this.columns = columns
    this.offset = offset
    this.line = line
    this.limit = limit
    this.inObject = inObject
  }

  push(text: string): Batch {
    this.rest += text
    const batch: Batch = { records: [], skipped: [] }
    while (this.toNextValue(batch)) {
      const closed = this.scan()
      // What follows a value tells whether it was closed where it should.
      if (this.rest.length <= this.limit && (!closed || this.at === this.rest.length)) break
      if (closed) this.take(batch)
      else this.setAside(batch, NEVER_CLOSED, null)
    }
    return batch
  }

  end(): Batch {
    const batch = this.push('')
    while (this.toNextValue(batch)) {
      if (this.scan()) this.take(batch)
      else this.setAside(batch, NEVER_CLOSED, this.rest.length)
    }
    if (this.skipping) {
      this.extend(this.skipping, this.rest.length)
      batch.skipped.push(this.skipping)
    }
    return batch
  }

  /** Drops what separates values; false when there is nothing left, or the list has ended. */
  private toNextValue(batch: Batch): boolean {
    if (this.skipping && !this.resume(this.skipping, batch)) return false
    if (this.at > 0) return true
    let start = 0
    for (; start < this.rest.length && !this.done; start++) {
      const unit = this.rest.charCodeAt(start)
      if (isClosing(unit)) {
        this.listClosed = true
        this.done = this.inObject
      } else if (this.listClosed && isOpening(unit) && this.rest[start] === '[') {
        // The next list: pages of an answer written one after the other.
        this.listClosed = false
      } else if (!isSpace(unit) && unit !== COMMA) break
    }
    this.drop(this.done ? this.rest.length : start)
    return this.rest !== ''
  }

  /** True when `at` is the end of the value that `rest` starts with; asked again, it looks on from there. */
  private scan(): boolean {
    if (this.closed) return true
    for (; this.at < this.rest.length; this.at++) {
      const unit = this.rest.charCodeAt(this.at)
      if (this.inString) {
        if (unit === BACKSLASH) this.at++
        else if (unit === QUOTE) {
          this.inString = false
          if (this.brackets.length === 0) return this.endAt(this.at + 1)
        }
      } else if (unit === QUOTE) this.inString = true
      // A bracket is closed by the unit two after its own.
      else if (isOpening(unit)) this.brackets.push(unit + 2)
      else if (isClosing(unit)) {
        const expected = this.brackets.pop()
        this.misplaced = expected !== undefined && expected !== unit
        if (expected !== unit) return this.endAt(this.at)
        if (this.brackets.length === 0) return this.endAt(this.at + 1)
      } else if (this.brackets.length === 0 && (unit === COMMA || isSpace(unit))) return this.endAt(this.at)
    }
    return false
  }

  private endAt(end: number): true {
    this.at = end
    this.brackets = []
    this.inString = false
    this.closed = end > 0
    return true
  }

  /** The value that ends at `at`. */
  private take(batch: Batch): void {
    const end = this.at
    const text = this.rest.slice(0, end)
    const result = readValue(text, this.columns, 'The value that begins here')
    if (typeof result !== 'string') {
      const length = utf8Length(text, 0, end)
      batch.records.push({ cells: result, offset: this.offset, length, line: this.line })
      return this.drop(end)
    }
    const wellClosed = !this.misplaced && /^\s*(?:[,\]]|$)/.test(this.rest.slice(end, end + 100))
    this.setAside(batch, this.misplaced ? NEVER_CLOSED : result, end, wellClosed)
  }

  /**
   * Sets aside a broken value that ends at `end`, or with the start of the next where that comes first. `end` null: it
   * goes on in what follows.
   */
  private setAside(batch: Batch, reason: string, end: number | null, wellClosed = false): void {
    const piece = { offset: this.offset, line: this.line, length: 0, reason }
    const next = wellClosed ? null : nextValue(this.rest.slice(0, end ?? this.rest.length))
    if (next === null && end === null) {
      this.skipping = piece
      return this.extend(piece, this.rest.length)
    }
    this.extend(piece, next ?? end ?? 0)
    batch.skipped.push(piece)
  }

  /** Looks for the next value; false while none begins. */
  private resume(piece: SkippedStretch, batch: Batch): boolean {
    const next = nextValue(this.rest)
    // What a value begins with may lie across two pieces of the text.
    this.extend(piece, next ?? Math.max(0, this.rest.length - 1000))
    if (next === null) return false
    this.skipping = null
    batch.skipped.push(piece)
    return true
  }

  private extend(piece: SkippedStretch, end: number): void {
    this.drop(end)
    piece.length = this.offset - piece.offset
  }

  private drop(end: number): void {
    this.offset += utf8Length(this.rest, 0, end)
    this.line += countLines(this.rest, 0, end)
    this.rest = this.rest.slice(end)
    this.endAt(0)
    this.misplaced = false
  }
}

/** Where, within what should be one value, the next one seems to begin; null when nowhere. */
function nextValue(text: string): number | null {
  // A value at the start of a line is followed by another one that is indented alike.
  const match = /\}\s*,\s*(?=\{\s*")/.exec(text) ?? /\n[ \t]*(?=\{\s*")/.exec(text)
  return match === null || match.index === 0 ? null : match.index + match[0].length
}
