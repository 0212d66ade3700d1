import { LABELS, type PerLabel } from '../domain/labels.ts'
import { formatShare } from '../lib/format.ts'
import { classes } from '../ui/classes.ts'
import bars from './bars.module.css'
import styles from './ClassBars.module.css'
import { LabelMark } from './LabelMark.tsx'

/** How likely each sentiment is, 0…1 each. */
export function ClassBars({ probabilities }: { probabilities: PerLabel<number> }) {
  return (
    <dl className={styles['rows']}>
      {LABELS.map((label) => (
        <div key={label} className={styles['row']}>
          <dt className={styles['name']}>
            <LabelMark label={label} />
          </dt>
          <dd className={styles['value']}>
            <div className={styles['track']} aria-hidden="true">
              <div
                className={classes(bars['bar'], bars[label])}
                style={{ width: `${probabilities[label] * 100}%` }}
              />
            </div>
            <span className={styles['percent']}>{formatShare(probabilities[label])}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
