import { Growing } from './growing.ts'

/** Where each row lies in its source: sixteen bytes a row. */
export class RowIndex {
  private readonly offsets = new Growing((length) => new Float64Array(length))
  private readonly lengths = new Growing((length) => new Uint32Array(length))
  private readonly lines = new Growing((length) => new Uint32Array(length))

  get length(): number {
    return this.offsets.length
  }

  /** Offset and length in bytes; line from 1. */
  push(record: { offset: number; length: number; line: number }): void {
    this.offsets.push(record.offset)
    this.lengths.push(record.length)
    this.lines.push(record.line)
  }

  offset(row: number): number {
    return this.offsets.at(row)
  }

  bytes(row: number): number {
    return this.lengths.at(row)
  }

  end(row: number): number {
    return this.offset(row) + this.bytes(row)
  }

  line(row: number): number {
    return this.lines.at(row)
  }
}
