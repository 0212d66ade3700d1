import { useId } from 'react'
import { Pie, PieChart } from 'recharts'
import { LABELS, type PerLabel } from '../domain/labels.ts'
import type { LabelCount } from '../domain/summary.ts'
import { hatchFills, Hatches } from './Hatches.tsx'

const SIZE = 112

/** Clockwise from the top: negative, neutral, positive, each with its "not sure" part hatched at its end. */
export function SharePie({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  const id = useId()
  const hatched = hatchFills(id)
  const parts = LABELS.flatMap((label) => [
    { part: label, rows: byLabel[label].rows - byLabel[label].notSure, fill: `var(--${label})` },
    { part: `${label}, not sure`, rows: byLabel[label].notSure, fill: hatched[label] },
  ]).filter(({ rows }) => rows > 0)
  return (
    <PieChart width={SIZE} height={SIZE} margin={NO_MARGIN} accessibilityLayer={false}>
      <Hatches id={id} />
      <Pie
        data={parts}
        dataKey="rows"
        nameKey="part"
        startAngle={90}
        endAngle={-270}
        outerRadius={SIZE / 2 - 2}
        // The gap between parts; a pie of one part has none.
        stroke={parts.length > 1 ? 'var(--ground)' : 'none'}
        strokeWidth={2}
        isAnimationActive={false}
        rootTabIndex={-1}
      />
    </PieChart>
  )
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 }
