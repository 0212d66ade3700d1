/** How the bytes of a file become characters. `bom` is the length of the byte-order mark, 0 without one. */
export interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be'
  bom: number
}

/** As a person reads it. */
export const ENCODING_WORDS: Readonly<Record<Encoding['name'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}

/**
 * By byte-order mark. Without one: UTF-16 when every other byte of the start is mostly zero, as in Latin text (UTF-8
 * text has no zero bytes at all), else UTF-8.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', bom: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bom: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bom: 2 }
  const [even, odd] = zeroShares(head)
  if (odd > 0.4 && even < 0.1) return { name: 'utf-16le', bom: 0 }
  if (even > 0.4 && odd < 0.1) return { name: 'utf-16be', bom: 0 }
  return { name: 'utf-8', bom: 0 }
}

function zeroShares(head: Uint8Array): [even: number, odd: number] {
  const zeros: [number, number] = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++
  const half = Math.max(1, head.length / 2)
  return [zeros[0] / half, zeros[1] / half]
}
