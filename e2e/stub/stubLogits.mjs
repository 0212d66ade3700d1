/** Openings of the tests' own texts, which are answered as the real model does. None of them is in the sample. */
const VOTES = [
  [/Terrible|I hate it|Crashes every time/, [3, 0, -1]],
  [/Wonderful app|Love it, best app|two leads are wonderful/, [-1, 0, 3]],
]

/**
 * Three logits that depend on the pieces only, so that answers differ and can be checked. The pieces are the letters.
 * @param {readonly number[]} pieces
 */
export function stubLogits(pieces) {
  const vote = VOTES.find(([words]) => words.test(String.fromCharCode(...pieces)))
  if (vote !== undefined) return Float32Array.from(vote[1])
  let hash = 7
  for (const piece of pieces) hash = (hash * 31 + piece) % 1_000_003
  return Float32Array.of((hash % 7) - 3, (hash % 5) - 2, (hash % 11) - 5)
}
