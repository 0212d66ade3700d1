/**
 * Rows with the same text. An equal hash makes a row only a candidate; once its text has been compared with the first
 * row's it is a twin for good, and has whatever the first row has. Nine bytes a row: 9 MB for a million.
 */
export class Twins {
  /** The first row with the same hash; a row's own index when there is none or the texts differ. */
  private readonly first: Uint32Array
  /** The next twin of the same first row; 0 ends the list, since row 0 is nobody's twin. */
  private readonly next: Uint32Array
  private readonly confirmed: Uint8Array

  constructor(first: Uint32Array) {
    this.first = first
    this.next = new Uint32Array(first.length)
    this.confirmed = new Uint8Array(first.length)
  }

  /** Its text was compared and is that of `firstOf(row)`. */
  isTwin(row: number): boolean {
    return this.confirmed[row] === 1
  }

  /** The row whose text this one has, or may have while it is no twin; the row itself when no other comes first. */
  firstOf(row: number): number {
    return this.first[row] ?? row
  }

  /** The texts are equal. */
  confirm(row: number): void {
    const first = this.firstOf(row)
    if (first === row || this.isTwin(row)) return
    this.confirmed[row] = 1
    this.next[row] = this.next[first] ?? 0
    this.next[first] = row
  }

  /** Only the hashes are equal: the row is read by itself. */
  refute(row: number): void {
    if (!this.isTwin(row)) this.first[row] = row
  }

  /** All rows known to have this row's text, the first one first. */
  *family(row: number): Generator<number, void> {
    const first = this.isTwin(row) ? this.firstOf(row) : row
    yield first
    for (let twin = this.next[first] ?? 0; twin !== 0; twin = this.next[twin] ?? 0) yield twin
  }
}
