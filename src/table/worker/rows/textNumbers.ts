/** A text in numbers, read in one go. */
export interface TextNumbers {
  /**
   * 32 bits that are equal for equal texts. Different texts share them about once in four billion pairs, so texts are
   * compared before they are taken for equal. FNV-1a over UTF-16 units, then the last steps of MurmurHash3, since the
   * low bits choose the slot of a table.
   */
  hash: number
  /** Stretches between spaces; scripts without spaces count about two characters a word. */
  words: number
}

export function textNumbers(text: string): TextNumbers {
  let hash = 0x811c9dc5
  let stretches = 0
  let dense = 0
  let inStretch = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    hash = Math.imul(hash ^ unit, 0x01000193)
    if (isSpace(unit)) inStretch = false
    else {
      if (!inStretch) stretches++
      inStretch = true
      if (unit >= 0x0e00 && isDense(unit)) dense++
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return { hash: (hash ^ (hash >>> 16)) >>> 0, words: stretches + dense / 2 }
}

/** @internal Tests look for texts that share one. */
export function textHash(text: string): number {
  return textNumbers(text).hash
}

export function wordCount(text: string): number {
  return textNumbers(text).words
}

/** As `\s` has it. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
  return unit >= 0xa0 && (unit === 0xa0 || (unit >= 0x1680 && isWideSpace(unit)))
}

function isWideSpace(unit: number): boolean {
  return (unit <= 0x3000 || unit === 0xfeff) && /\s/.test(String.fromCharCode(unit))
}

/** Thai, kana and Han. */
function isDense(unit: number): boolean {
  return unit <= 0x0e7f || (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff)
}
