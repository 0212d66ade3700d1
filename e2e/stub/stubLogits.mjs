/**
 * Three logits that depend on the pieces only, so that answers differ and can be checked.
 * @param {readonly number[]} pieces
 */
export function stubLogits(pieces) {
  let hash = 7
  for (const piece of pieces) hash = (hash * 31 + piece) % 1_000_003
  return Float32Array.of((hash % 7) - 3, (hash % 5) - 2, (hash % 11) - 5)
}
