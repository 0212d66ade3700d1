/** Bytes that `text` from `start` to `end` takes in UTF-8. A surrogate pair must not be cut. */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = end - start
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // Each half of a surrogate pair takes two of the pair's four bytes.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}

/** Line breaks in `text` from `start` to `end` as an editor counts them: LF, CRLF or CR. */
export function countLines(text: string, start: number, end: number): number {
  let lines = 0
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 10 || (unit === 13 && (index + 1 >= end || text.charCodeAt(index + 1) !== 10))) lines++
  }
  return lines
}
