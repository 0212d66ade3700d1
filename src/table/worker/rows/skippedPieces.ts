import type { SkippedStretch } from '../../../files/records/splitter.ts'
import { plural } from '../../../lib/format.ts'
import { BYTE_ORDER_MARK } from '../../../files/write/writeCsv.ts'
import type { SkippedPiece } from '../../protocol.ts'
import { Growing } from './growing.ts'

const LISTED = 1000

interface Source {
  blob: Blob
  /** The bytes of its column names; null when it has none. */
  header: { offset: number; length: number } | null
  /** What to write behind a piece that does not end with a line break. */
  separator: string
  /** Offset and end of each stretch, neighbours joined. */
  ends: Growing<Float64Array>
}

/** What is no row, by its bytes: sixteen a piece, however many there are. */
export class SkippedPieces {
  /** The first ones; what more there are is said with the last of them. */
  readonly listed: SkippedPiece[] = []
  count = 0
  private readonly sources: Source[] = []
  /** Why the last one that is listed is no row. */
  private lastReason: string | null = null

  /** Begins with the pieces of another file. */
  begin(blob: Blob, separator: string): void {
    this.sources.push({
      blob,
      header: null,
      separator,
      ends: new Growing((length) => new Float64Array(length)),
    })
  }

  /** The bytes of the column names of this file. */
  setHeader(header: { offset: number; length: number }): void {
    const source = this.sources.at(-1)
    if (source) source.header = header
  }

  add(file: string, { offset, length, line, reason }: SkippedStretch): void {
    this.note({ file, line, reason })
    const ends = this.sources.at(-1)?.ends
    if (!ends || length === 0) return
    if (ends.at(ends.length - 1) === offset) ends.set([offset + length], ends.length - 1)
    else ends.append([offset, offset + length])
  }

  /** Something that cannot be given back. */
  note(piece: SkippedPiece): void {
    this.count++
    if (this.listed.length < LISTED) this.listed.push({ ...piece })
    else this.noteUnlisted()
  }

  /** All pieces as they are, in order, under the column names of their file; UTF-8 with byte-order mark. */
  export(): Blob {
    const parts: (Blob | string)[] = [BYTE_ORDER_MARK]
    for (const { blob, header, separator, ends } of this.sources) {
      if (ends.length === 0) continue
      if (header) parts.push(blob.slice(header.offset, header.offset + header.length))
      for (let index = 0; index < ends.length; index += 2) {
        parts.push(blob.slice(ends.at(index), ends.at(index + 1)), separator)
      }
      parts.push('\n')
    }
    return new Blob(parts, { type: 'text/plain;charset=utf-8' })
  }

  private noteUnlisted(): void {
    const last = this.listed.at(-1)
    if (!last) return
    this.lastReason ??= last.reason
    const more = this.count - LISTED
    last.reason = `${this.lastReason} ${plural(more, 'more piece')} below it, in this or later files, ${more === 1 ? 'is no row' : 'are no rows'} either.`
  }
}
