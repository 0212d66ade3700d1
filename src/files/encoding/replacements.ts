/** How U+FFFD is written where an encoding can write it. */
const WRITTEN: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd],
  'utf-16le': [0xfd, 0xff],
  'utf-16be': [0xff, 0xfd],
  gb18030: [0x84, 0x31, 0xa4, 0x37],
}

/** Counts the U+FFFD that a file really contains, which say nothing about its decoding. */
export class ReplacementCounter {
  count = 0
  private readonly pattern: readonly number[]
  private matched = 0
  private position = 0

  constructor(label: string) {
    this.pattern = WRITTEN[label] ?? []
  }

  push(bytes: Uint8Array): void {
    const width = this.pattern.length
    if (width === 0) return
    for (const byte of bytes) {
      // A UTF-16 unit starts at an even byte; elsewhere the pattern's first byte is not repeated in it.
      if (width === 2 && this.position % 2 === 0) this.matched = 0
      this.position++
      if (byte === this.pattern[this.matched]) this.matched++
      else this.matched = width > 2 && byte === this.pattern[0] ? 1 : 0
      if (this.matched < width) continue
      this.matched = 0
      this.count++
    }
  }
}
