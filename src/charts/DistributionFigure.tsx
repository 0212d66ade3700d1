import { memo } from 'react'
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
  aside?: string | undefined
  /** 1: the table, 2: the pie, 3: the columns; drawing them in turn keeps tasks short. */
  stage?: number
}

/** How many rows of each sentiment: as a pie, as columns, and as the table both are drawn from. */
export const DistributionFigure = memo(function DistributionFigure(props: DistributionFigureProps) {
  const { byLabel, aside, stage = 3 } = props
  return (
    <Panel as="figure" title="Sentiment distribution" aside={aside}>
      <div className={styles['parts']}>
        <div className={styles['pie']} aria-hidden="true">
          {stage > 1 && <SharePie byLabel={byLabel} />}
        </div>
        <div className={styles['table']}>
          <DistributionTable byLabel={byLabel} />
        </div>
        <div className={styles['columns']} aria-hidden="true">
          {stage > 2 && <ShareColumns byLabel={byLabel} />}
        </div>
      </div>
    </Panel>
  )
})
