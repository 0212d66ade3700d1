/** A set of rows: one bit a row, row 0 the lowest of the first word. Bits behind the last row are 0. */
export type Bitmap = Uint32Array

export function emptyBitmap(rows: number): Bitmap {
  return new Uint32Array(Math.ceil(rows / 32))
}

export function everyBit(rows: number): Bitmap {
  const bitmap = emptyBitmap(rows).fill(0xffffffff)
  if (rows % 32 > 0) bitmap[bitmap.length - 1] = 2 ** (rows % 32) - 1
  return bitmap
}

/** Sets the bits of the rows from `from`, a multiple of 32, up to `to` as `has` says. */
export function fillBits(bitmap: Bitmap, from: number, to: number, has: (row: number) => boolean): void {
  for (let start = from; start < to; start += 32) {
    const end = Math.min(start + 32, to)
    let word = 0
    for (let row = start; row < end; row++) if (has(row)) word |= 1 << (row - start)
    bitmap[start / 32] = word
  }
}

/** The rows whose value is wanted: `ids` says which value each has, `wanted` is 1 at those. Without a call a row. */
export function bitsOfValues(ids: Uint16Array | Uint32Array, wanted: Uint8Array): Bitmap {
  const bitmap = emptyBitmap(ids.length)
  for (let row = 0; row < ids.length; row++) {
    const word = row >>> 5
    bitmap[word] = (bitmap[word] ?? 0) | ((wanted[ids[row] ?? 0] ?? 0) << (row & 31))
  }
  return bitmap
}

export function setBit(bitmap: Bitmap, row: number): void {
  bitmap[row >>> 5] = (bitmap[row >>> 5] ?? 0) | (1 << (row & 31))
}

/** Takes the rows out of `bitmap` that are not in `other`. */
export function keepCommon(bitmap: Bitmap, other: Bitmap): void {
  for (let index = 0; index < bitmap.length; index++) {
    bitmap[index] = (bitmap[index] ?? 0) & (other[index] ?? 0)
  }
}

export function countBits(bitmap: Bitmap): number {
  let count = 0
  for (const word of bitmap) count += bitsOf(word)
  return count
}

/** Calls `visit` with every row, ascending. */
export function visitRows(bitmap: Bitmap, visit: (row: number) => void): void {
  for (let index = 0; index < bitmap.length; index++) {
    for (let word = bitmap[index] ?? 0; word !== 0; word &= word - 1) {
      visit(index * 32 + 31 - Math.clz32(word & -word))
    }
  }
}

/** At most `limit` rows, ascending, without the first `from`. */
export function rowsOf(bitmap: Bitmap, from = 0, limit = Infinity): Uint32Array {
  const rows = new Uint32Array(Math.max(0, Math.min(limit, countBits(bitmap) - from)))
  let place = -from
  visitRows(bitmap, (row) => {
    if (place >= 0 && place < rows.length) rows[place] = row
    place++
  })
  return rows
}

/** Counted in pairs, then fours, then eights, which one multiplication sums. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
