import { useId } from 'react'
import { Pie, PieChart } from 'recharts'
import { LABELS, type PerLabel } from '../domain/labels.ts'
import type { LabelCount } from '../domain/summary.ts'
import { classes } from '../ui/classes.ts'
import { hatchFills, Hatches } from './Hatches.tsx'
import styles from './SharePie.module.css'

/** Clockwise from the top: negative, neutral, positive, each with its "not sure" part hatched at its end. */
export function SharePie({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  const id = useId()
  const hatched = hatchFills(id)
  const parts = LABELS.flatMap((label) => [
    { part: label, rows: byLabel[label].rows - byLabel[label].notSure, fill: `var(--${label})` },
    { part: `${label}, not sure`, rows: byLabel[label].notSure, fill: hatched[label] },
  ]).filter(({ rows }) => rows > 0)
  if (parts.length === 0) return <div className={classes(styles['pie'], styles['empty'])} />
  return (
    <PieChart className={classes(styles['pie'])} responsive margin={MARGIN} accessibilityLayer={false}>
      <Hatches id={id} />
      <Pie
        data={parts}
        dataKey="rows"
        nameKey="part"
        startAngle={90}
        endAngle={-270}
        outerRadius="100%"
        // The gap between parts; a pie of one part has none.
        stroke={parts.length > 1 ? 'var(--ground)' : 'none'}
        strokeWidth={2}
        isAnimationActive={false}
        rootTabIndex={-1}
      />
    </PieChart>
  )
}

const MARGIN = { top: 2, right: 2, bottom: 2, left: 2 }
