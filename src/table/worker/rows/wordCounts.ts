import type { FileProfile } from '../../protocol.ts'

/** In the quantiles longer texts count as this long. */
const MOST_WORDS = 10_000

/** How many words texts have: a number a length. */
export class WordCounts {
  private readonly texts = new Uint32Array(MOST_WORDS + 1)
  private count = 0
  private longest = 0

  /** `words` is a whole number. */
  add(words: number): void {
    const length = Math.min(MOST_WORDS, words)
    this.texts[length] = (this.texts[length] ?? 0) + 1
    this.longest = Math.max(this.longest, words)
    this.count++
  }

  /** All 0 without a text. */
  get quantiles(): FileProfile['words'] {
    const atShare = (share: number): number => this.shortest(Math.max(1, Math.ceil(share * this.count)))
    return {
      least: atShare(0),
      quarter: atShare(0.25),
      half: atShare(0.5),
      threeQuarters: atShare(0.75),
      most: this.longest,
    }
  }

  /** The length of the text that is the `nth` shortest; 0 without any. */
  private shortest(nth: number): number {
    let seen = 0
    for (const [length, texts] of this.texts.entries()) {
      seen += texts
      if (seen >= nth) return length
    }
    return 0
  }
}
