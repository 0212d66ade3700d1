import { LABELS, type PerLabel } from '../domain/labels.ts'
import type { LabelCount } from '../domain/summary.ts'
import { classes } from '../ui/classes.ts'
import bars from './bars.module.css'
import styles from './ShareBar.module.css'

/** One stacked bar: each sentiment's part, its "not sure" rows hatched. Decoration beside the same numbers in words. */
export function ShareBar({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  return (
    <div className={styles['bar']} aria-hidden="true">
      {LABELS.flatMap((label) => {
        const { rows, notSure } = byLabel[label]
        const name = classes(bars['bar'], bars[label])
        return [
          rows > notSure && <div key={label} className={name} style={{ flexGrow: rows - notSure }} />,
          notSure > 0 && (
            <div
              key={`${label}-not-sure`}
              className={classes(name, bars['hatched'])}
              style={{ flexGrow: notSure }}
            />
          ),
        ]
      })}
    </div>
  )
}
