/** Whole numbers 0…limit − 1, always the same ones for a seed (mulberry32). */
export function seededRandom(seed) {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The same items in another order. */
export function shuffled(items, random) {
  const mixed = [...items]
  for (let end = mixed.length - 1; end > 0; end -= 1) {
    const chosen = random(end + 1)
    ;[mixed[end], mixed[chosen]] = [mixed[chosen], mixed[end]]
  }
  return mixed
}
