/** Numbers in [0, 1), the same ones for the same seed: xoshiro128** (Blackman & Vigna 2021), seeded by splitmix32. */
export function seededRandom(seed: number): () => number {
  let mixed = seed | 0
  const next = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return word ^ (word >>> 15)
  }
  let [a, b, c, d] = [next(), next(), next(), next()]
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return (result >>> 0) / 2 ** 32
  }
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
