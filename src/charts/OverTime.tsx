import { memo } from 'react'
import type { Timeline } from '../domain/timeline.ts'
import { Panel } from '../ui/Panel.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import styles from './OverTime.module.css'
import { TimeLines } from './TimeLines.tsx'
import { TimeTable } from './TimeTable.tsx'

export interface OverTimeProps {
  timeline: Timeline
  /** At the end of the heading's line: "so far, in file order". */
  aside?: string | undefined
  /** Under the chart: how dates were read and what is left out. */
  note?: string | undefined
  /** As in `TimeLines`. */
  stage?: number | undefined
}

/** The share of each sentiment over time, as lines with their 95 % intervals and as the table they are drawn from. */
export const OverTime = memo(function OverTime({ timeline, aside, note, stage }: OverTimeProps) {
  return (
    <Panel as="figure" title="Sentiment over time" aside={aside}>
      <div aria-hidden="true">
        <TimeLines timeline={timeline} stage={stage} />
      </div>
      {note !== undefined && <p className={styles['note']}>{note}</p>}
      <details className={styles['details']}>
        <summary className={styles['summary']}>Show as a table</summary>
        <ScrollRegion name={{ label: 'Sentiment over time, table' }} className={styles['scroll']}>
          <TimeTable timeline={timeline} />
        </ScrollRegion>
      </details>
    </Panel>
  )
})
