import { ascending, weightOf, type Weighted } from './weighted.ts'

/**
 * Area under the ROC curve: the chance that a row with `true` scores above one with `false`, ties counting half
 * (Hanley & McNeil 1982). Rows with `null` take no part. Null when one of the sides is empty.
 */
export function aucOf(
  scores: ArrayLike<number>,
  sides: readonly (boolean | null)[],
): Weighted<number | null> {
  const order = ascending(scores).filter((row) => sides[row] !== null)
  return (weights) => {
    // Sums of weights: of `true` and `false` rows below the tie that is being read, and in it.
    const below = { positive: 0, negative: 0 }
    const tied = { positive: 0, negative: 0 }
    let wins = 0
    let level: number | undefined
    const close = (): void => {
      wins += tied.positive * (below.negative + tied.negative / 2)
      below.positive += tied.positive
      below.negative += tied.negative
      tied.positive = tied.negative = 0
    }
    for (const row of order) {
      if (scores[row] !== level) close()
      level = scores[row]
      tied[sides[row] === true ? 'positive' : 'negative'] += weightOf(weights, row)
    }
    close()
    const pairs = below.positive * below.negative
    return pairs === 0 ? null : wins / pairs
  }
}
