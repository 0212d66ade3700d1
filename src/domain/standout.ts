import { apart, wilsonInterval } from './interval.ts'
import { classifiedRows, wholePercents, type Breakdown, type Group } from './summary.ts'
import { isVersion } from './versions.ts'

/** A version that is received worse than the one before it. */
export interface Standout {
  value: string
  before: string
  /** Whole percent of its rows that are negative, as shown elsewhere, and points above the version before. */
  negativePercent: number
  points: number
}

const ENOUGH_ROWS = 20
const ENOUGH_POINTS = 10

/**
 * The version whose negative share rises most over the one before it. Only rises count where both have enough rows,
 * that are worth mentioning and whose 95 % intervals are apart. Null when there is none or the groups are no versions.
 */
export function standout({ by, groups }: Breakdown): Standout | null {
  const versions = groups.filter(({ value }) => value !== '')
  if (by !== 'value' || !areVersions(versions)) return null
  const [most] = versions
    .flatMap((group, index) => riseOver(versions[index - 1], group) ?? [])
    .sort((a, b) => b.exact - a.exact)
  return most?.standout ?? null
}

/** Whole numbers alone are more often stars than versions. */
function areVersions(groups: readonly Group[]): boolean {
  return groups.every(({ value }) => isVersion(value)) && groups.some(({ value }) => value.includes('.'))
}

function riseOver(before: Group | undefined, group: Group): { exact: number; standout: Standout } | null {
  if (before === undefined) return null
  const [rows, rowsBefore] = [classifiedRows(group.byLabel), classifiedRows(before.byLabel)]
  if (Math.min(rows, rowsBefore) < ENOUGH_ROWS) return null
  const [hits, hitsBefore] = [group.byLabel.negative.rows, before.byLabel.negative.rows]
  // One division of whole numbers: ten points are exactly ten.
  const exact = (100 * (hits * rowsBefore - hitsBefore * rows)) / (rows * rowsBefore)
  if (exact < ENOUGH_POINTS) return null
  if (!apart(wilsonInterval(hits, rows), wilsonInterval(hitsBefore, rowsBefore))) return null
  const negativePercent = wholePercents(group.byLabel).negative
  const points = negativePercent - wholePercents(before.byLabel).negative
  return { exact, standout: { value: group.value, before: before.value, negativePercent, points } }
}
