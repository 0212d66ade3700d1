/**
 * The first row of each hash, while a column is read: a table with open addressing in typed arrays, 17 MB for a
 * million rows, given back when the column has been read.
 */
export class FirstRows {
  private readonly hashes: Uint32Array
  /** Row + 1; 0 is a free slot. */
  private readonly rows: Uint32Array
  private readonly mask: number

  /** At most `rows` hashes will be given. */
  constructor(rows: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(1, rows) * 1.5))
    this.hashes = new Uint32Array(slots)
    this.rows = new Uint32Array(slots)
    this.mask = slots - 1
  }

  /** The row that brought this hash first: `row` itself, or one given before. */
  firstOf(row: number, hash: number): number {
    let slot = hash & this.mask
    for (; ; slot = (slot + 1) & this.mask) {
      const known = this.rows[slot] ?? 0
      if (known === 0) break
      if (this.hashes[slot] === hash) return known - 1
    }
    this.rows[slot] = row + 1
    this.hashes[slot] = hash
    return row
  }
}
