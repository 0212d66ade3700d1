import type { ReactNode } from 'react'
import type { PerLabel } from '../domain/labels.ts'
import type { LabelCount } from '../domain/summary.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './DistributionFigure.module.css'
import { DistributionTable } from './DistributionTable.tsx'
import { ShareColumns } from './ShareColumns.tsx'
import { SharePie } from './SharePie.tsx'

export interface DistributionFigureProps {
  /** Of classified rows: `byLabel` of a summary. */
  byLabel: PerLabel<LabelCount>
  /** At the end of the heading's line: "so far, in file order". */
  aside?: ReactNode
}

/** How many rows of each sentiment: as a pie, as columns, and as the table both are drawn from. */
export function DistributionFigure({ byLabel, aside }: DistributionFigureProps) {
  return (
    <Panel as="figure" title="Sentiment distribution" aside={aside}>
      <div className={styles['parts']}>
        <div className={styles['pie']} aria-hidden="true">
          <SharePie byLabel={byLabel} />
        </div>
        <div className={styles['table']}>
          <DistributionTable byLabel={byLabel} />
        </div>
        <div className={styles['columns']} aria-hidden="true">
          <ShareColumns byLabel={byLabel} />
        </div>
      </div>
    </Panel>
  )
}
