import { standout } from '../../../domain/standout.ts'
import type { Breakdown } from '../../../domain/summary.ts'
import styles from './Finding.module.css'

/** "Version 3.2.0 stands out: 61 % negative, 30 points above 3.1.0." Nothing when no version does. */
export function Finding({ breakdown }: { breakdown: Breakdown }) {
  const found = standout(breakdown)
  if (found === null) return null
  const { value, before, negativePercent, points } = found
  return (
    <p className={styles['finding']}>
      {'Version '}
      <strong>{value}</strong>
      {` stands out: ${negativePercent} % negative, ${points} points above ${before}.`}
    </p>
  )
}
