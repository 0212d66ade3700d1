import { useId } from 'react'
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts'
import { LABELS, type PerLabel } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import { wholePercents, type LabelCount } from '../domain/summary.ts'
import { classes } from '../ui/classes.ts'
import { hatchFills, Hatches } from './Hatches.tsx'
import styles from './ShareColumns.module.css'

/** A column per sentiment with its share on top; the "not sure" part is its hatched end. */
export function ShareColumns({ byLabel }: { byLabel: PerLabel<LabelCount> }) {
  const id = useId()
  const hatched = hatchFills(id)
  const percents = wholePercents(byLabel)
  const columns = LABELS.map((label) => ({
    name: `${LABEL_WORDS[label].glyph} ${LABEL_WORDS[label].word}`,
    rows: byLabel[label].rows,
  }))

  const column = ({ x, y, width, height, originalDataIndex }: BarShapeProps) => {
    const label = LABELS[originalDataIndex]
    if (label === undefined) return null
    const { rows, notSure } = byLabel[label]
    const hatchHeight = rows === 0 ? 0 : (height * notSure) / rows
    // No gap where it would eat a part that is only as thin.
    const gap = hatchHeight > GAP && height - hatchHeight > GAP ? GAP : 0
    return (
      <g>
        <text
          x={x + width / 2}
          y={y - 8}
          textAnchor="middle"
          className={styles['share']}
          fill={`var(--${label}-text)`}
        >
          {percents[label]} %
        </text>
        <rect x={x} y={y} width={width} height={Math.max(0, hatchHeight - gap)} fill={hatched[label]} />
        <rect
          x={x}
          y={y + hatchHeight}
          width={width}
          height={height - hatchHeight}
          fill={`var(--${label})`}
        />
      </g>
    )
  }

  return (
    <BarChart
      className={classes(styles['columns'])}
      responsive
      data={columns}
      margin={MARGIN}
      barCategoryGap="10%"
      accessibilityLayer={false}
    >
      <Hatches id={id} />
      <XAxis
        dataKey="name"
        interval={0}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-2)' }}
        tick={{ fill: 'var(--ink-2)', fontSize: 14 }}
      />
      <YAxis hide domain={[0, (most) => Math.max(1, most)]} />
      <Bar dataKey="rows" shape={column} isAnimationActive={false} />
    </BarChart>
  )
}

const GAP = 2
const MARGIN = { top: 28, right: 0, bottom: 0, left: 0 }
