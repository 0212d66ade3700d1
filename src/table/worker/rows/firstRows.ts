const LEAST_SLOTS = 1024

/**
 * The first row of each hash, while texts are read: a table with open addressing in typed arrays, at most 24 MB for a
 * million rows, given back when they have been read.
 */
export class FirstRows {
  private hashes = new Uint32Array(LEAST_SLOTS)
  /** Row + 1; 0 is a free slot. */
  private rows = new Uint32Array(LEAST_SLOTS)
  private known = 0

  /** The row that brought this hash first: `row` itself, or one given before. */
  firstOf(row: number, hash: number): number {
    const slot = this.slotOf(hash)
    const first = this.rows[slot] ?? 0
    if (first !== 0) return first - 1
    this.rows[slot] = row + 1
    this.hashes[slot] = hash
    this.known++
    if (this.known * 1.5 > this.rows.length) this.grow()
    return row
  }

  /** Where the hash is, or would be. */
  private slotOf(hash: number): number {
    const mask = this.rows.length - 1
    let slot = hash & mask
    while (this.rows[slot] !== 0 && this.hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  private grow(): void {
    const { hashes, rows } = this
    this.hashes = new Uint32Array(2 * rows.length)
    this.rows = new Uint32Array(2 * rows.length)
    for (const [slot, row] of rows.entries()) {
      if (row === 0) continue
      const hash = hashes[slot] ?? 0
      const place = this.slotOf(hash)
      this.hashes[place] = hash
      this.rows[place] = row
    }
  }
}
