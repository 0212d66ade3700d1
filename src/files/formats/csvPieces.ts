import { tooLarge, UNPACKED_LIMIT } from '../archive/unpackedBlob.ts'
import { csvRecord } from '../write/writeCsv.ts'

const PIECE = 2 ** 20

/** Records as CSV with commas, in blobs, which browsers keep outside the heap. */
export class CsvPieces {
  private readonly limit: number
  private readonly pieces: Blob[] = []
  private text = ''
  private kept = 0

  constructor(limit = UNPACKED_LIMIT) {
    this.limit = limit
  }

  /** Written so far, in UTF-16 units where bytes are not counted yet. */
  get size(): number {
    return this.kept + this.text.length
  }

  /** Throws `too-large` when all records have more bytes than `limit`. */
  add(cells: readonly string[]): void {
    this.text += csvRecord(cells, ',')
    if (this.text.length >= PIECE) this.keep()
  }

  /** All of it, in UTF-8. Nothing can be added afterwards. */
  end(): Blob {
    this.keep()
    return new Blob(this.pieces)
  }

  private keep(): void {
    const piece = new Blob([this.text])
    this.text = ''
    this.kept += piece.size
    if (this.kept > this.limit) throw tooLarge(this.limit)
    this.pieces.push(piece)
  }
}
