/**
 * Moves labels apart that would overlap: each at least `gap` from its neighbours, all within `from`…`to`, as near to
 * where they belong as an even push allows. Keeps the order of what is given; equal values keep theirs.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b) || a - b)
  const placed: number[] = []
  let least = from
  for (const index of order) {
    const value = Math.max(least, at(wanted, index))
    placed.push(value)
    least = value + gap
  }
  // What was pushed beyond the end pushes back.
  let most = to
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(most, at(placed, index))
    most = at(placed, index) - gap
  }
  const result = [...wanted]
  for (const [place, index] of order.entries()) result[index] = at(placed, place)
  return result
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0
}
