import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import { LABELS } from '../domain/labels.ts'
import type { Timeline } from '../domain/timeline.ts'
import { LineEnds } from './LineEnds.tsx'
import { LonePoints } from './LonePoints.tsx'
import styles from './TimeLines.module.css'
import { series, type Drawn } from './timeSeries.ts'
import { ticks } from './timeWords.ts'

export interface TimeLinesProps {
  timeline: Timeline
  /** 1: the axes, 2: the bands, 3: the lines; drawing them in turn keeps tasks short. */
  stage?: number | undefined
}

/** A line per sentiment with its 95 % interval as a band, 0 to 100 %. Decoration beside `TimeTable`. */
export function TimeLines({ timeline, stage = 3 }: TimeLinesProps) {
  const marks = ticks(timeline)
  const drawn = series(timeline.points)
  const last = timeline.points.at(-1)
  return (
    <ComposedChart
      className={styles['lines'] ?? ''}
      responsive
      data={drawn}
      margin={MARGIN}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="position"
        type="number"
        domain={['dataMin', 'dataMax']}
        ticks={marks.map(({ position }) => position)}
        tickFormatter={(position: number) => marks.find((mark) => mark.position === position)?.words ?? ''}
        interval="equidistantPreserveStart"
        minTickGap={12}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-2)' }}
        tick={TICK}
      />
      <YAxis
        domain={[0, 1]}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        tickFormatter={(share: number) => `${share * 100}${NO_BREAK}%`}
        width={48}
        tickLine={false}
        axisLine={false}
        tick={TICK}
      />
      {(stage > 1 ? LABELS : []).map((label) => (
        <Area
          key={label}
          className={styles['band'] ?? ''}
          dataKey={({ estimates }: Drawn) => estimates && [estimates[label].low, estimates[label].high]}
          fill={`var(--${label})`}
          stroke="none"
          fillOpacity={1}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {(stage > 2 ? LABELS : []).map((label) => (
        <Line
          key={label}
          className={styles[label] ?? ''}
          dataKey={({ estimates }: Drawn) => estimates?.[label].share ?? null}
          stroke={`var(--${label})`}
          strokeWidth={2.5}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      {stage > 2 && <LonePoints drawn={drawn} />}
      {stage > 2 && last && <LineEnds byLabel={last.byLabel} />}
    </ComposedChart>
  )
}

/** An axis label that breaks would stand beside two marks. */
const NO_BREAK = '\u00a0'
const MARGIN = { top: 8, right: 64, bottom: 0, left: 0 }
const TICK = { fill: 'var(--ink-2)', fontSize: 12 }
