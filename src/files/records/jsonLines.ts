import type { JsonColumns } from './jsonCells.ts'
import { countLines, utf8Length } from './measure.ts'
import type { Splitter } from './records.ts'
import type { Batch, SkippedStretch, Start } from './splitter.ts'

/** Splits JSON Lines: each line is a value of its own, so a broken one costs nothing but itself. */
export class JsonLineSplitter implements Splitter {
  private readonly columns: JsonColumns
  private readonly limit: number
  private offset: number
  private line: number
  private rest = ''
  /** The line that is being set aside while its end has not come. */
  private tooLong: SkippedStretch | null = null

  constructor(columns: JsonColumns, { offset, line }: Start, limit: number) {
    this.columns = columns
    this.offset = offset
    this.line = line
    this.limit = limit
  }

  push(text: string): Batch {
    const batch: Batch = { records: [], skipped: [] }
    const from = this.rest.length
    this.rest += text
    let start = 0
    for (let end = this.rest.indexOf('\n', from); end >= 0; end = this.rest.indexOf('\n', start)) {
      this.take(this.rest.slice(start, end + 1), batch)
      start = end + 1
    }
    this.rest = this.rest.slice(start)
    if (this.tooLong || this.rest.length > this.limit) this.drop()
    return batch
  }

  end(): Batch {
    const batch: Batch = { records: [], skipped: [] }
    this.take(this.rest, batch)
    this.rest = ''
    return batch
  }

  /** Forgets the start of a line that is too long to be read. */
  private drop(): void {
    this.tooLong ??= { offset: this.offset, length: 0, line: this.line, reason: this.reasonForLength }
    const length = utf8Length(this.rest, 0, this.rest.length)
    this.tooLong.length += length
    this.offset += length
    this.rest = ''
  }

  private take(text: string, batch: Batch): void {
    const length = utf8Length(text, 0, text.length)
    const place = { offset: this.offset, length, line: this.line }
    if (this.tooLong) {
      this.tooLong.length += length
      batch.skipped.push(this.tooLong)
      this.tooLong = null
    } else if (text.trim() !== '') {
      const result = this.read(text)
      if (typeof result === 'string') batch.skipped.push({ ...place, reason: result })
      else batch.records.push({ ...place, cells: result })
    }
    this.offset += length
    this.line += countLines(text, 0, text.length)
  }

  private get reasonForLength(): string {
    return `The line is longer than ${Math.round(this.limit / 2 ** 20)} MB.`
  }

  /** Cells, or why there are none. */
  private read(text: string): string[] | string {
    if (text.length > this.limit) return this.reasonForLength
    return readValue(text, this.columns, 'The line')
  }
}

/** The cells of a value, or a sentence that says why there are none. `subject` begins the sentence. */
export function readValue(json: string, columns: JsonColumns, subject: string): string[] | string {
  try {
    return columns.cellsOf(json) ?? `${subject} is neither an object nor a text.`
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return `${subject} is not valid JSON.`
    throw thrown
  }
}
