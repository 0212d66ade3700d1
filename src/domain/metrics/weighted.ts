/**
 * A figure of fixed rows under weights: one per row, none negative; without weights every row counts once. A
 * bootstrap draw is such weights (how often each row was drawn), and what does not depend on them, an order or a
 * cell, is found once for all draws.
 */
export type Weighted<T> = (weights?: ArrayLike<number>) => T

export function weightOf(weights: ArrayLike<number> | undefined, row: number): number {
  return weights === undefined ? 1 : (weights[row] ?? 0)
}

/** Row numbers from the lowest value to the highest; equal values keep their order. */
export function ascending(values: ArrayLike<number>): Uint32Array {
  const order = Array.from(values, (_, row) => row)
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  return Uint32Array.from(order)
}
