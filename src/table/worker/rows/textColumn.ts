import type { ColumnProfile } from './columnProfile.ts'

const TEXT_WORDS = new Set(
  'review reviews text content contents comment comments body message tweet feedback verbatim opinion testimonial'.split(
    ' ',
  ),
)
const TITLE_WORDS = new Set('title headline subject summary heading'.split(' '))
/** Columns of review exports that hold words, even long ones, but not the reviewer's. */
const OTHER_WORDS = new Set(
  'reply response answer developer owner url link id author user username name device language locale country version date time email app product category label sentiment flags'.split(
    ' ',
  ),
)

/**
 * The likeliest text column, or null. Long cells speak loudest; a fitting name triples their weight, so a name alone
 * does not beat clearly longer text. Titles lose to bodies, replies to reviews.
 */
export function guessTextColumn(names: readonly string[], profiles: readonly ColumnProfile[]): number | null {
  let best: number | null = null
  let bestScore = 0
  for (const [index, profile] of profiles.entries()) {
    const score = textScore(names[index] ?? '', profile, profiles.length)
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

function textScore(name: string, profile: ColumnProfile, columns: number): number {
  if (profile.kind === 'date' || profile.kind === 'empty' || profile.wordShare < 0.5) return 0
  const weight = nameWeight(name)
  // Single words are text only where the name says so or there is nothing else.
  if (profile.meanWords < 1.5 && weight <= 1 && columns > 1) return 0
  return weight * Math.min(profile.meanWords, 100)
}

function nameWeight(name: string): number {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word))
  return (has(TEXT_WORDS) ? 3 : 1) * (has(TITLE_WORDS) ? 0.3 : 1) * (has(OTHER_WORDS) ? 0.1 : 1)
}
