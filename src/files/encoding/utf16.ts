import type { Encoding } from './encodings.ts'

/** UTF-16 without a byte-order mark shows by its zero bytes, which stand in no other text; null when it is not. */
export function utf16(sample: Uint8Array): Encoding | null {
  const zeros: [even: number, odd: number] = [0, 0]
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1]++
  const [even, odd] = zeros
  const most = Math.max(even, odd)
  // Even a text without Latin letters has line breaks and delimiters, whose other byte is zero.
  if (most < 2 || most * 100 < sample.length || Math.min(even, odd) * 4 > most) return null
  const label = odd > even ? 'utf-16le' : 'utf-16be'
  const text = new TextDecoder(label).decode(sample.subarray(0, sample.length - (sample.length % 2)), {
    stream: true,
  })
  if (countStrange(text) * 20 > text.length) return null
  return { label, mark: 0, reason: 'Every other byte is zero, as in UTF-16.', confidence: 'likely' }
}

/** U+FFFD, controls and private characters: what other bytes give when read as UTF-16. */
function countStrange(text: string): number {
  let strange = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 9 || unit === 0xfffd || (unit >= 0xe000 && unit < 0xf900)) strange++
  }
  return strange
}
