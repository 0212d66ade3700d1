import { useMemo } from 'react'
import { DistributionFigure } from '../../../charts/DistributionFigure.tsx'
import { OverTime } from '../../../charts/OverTime.tsx'
import type { Breakdown, Summary } from '../../../domain/summary.ts'
import { timeline } from '../../../domain/timeline.ts'
import type { Slice } from '../../../table/protocol.ts'
import { classes } from '../../../ui/classes.ts'
import { Account } from '../account/Account.tsx'
import { overTimeNote, summaryWords } from '../batchWords.ts'
import { BreakdownPanel, type BreakdownPanelProps } from './BreakdownPanel.tsx'
import { Finding } from './Finding.tsx'
import styles from './Overview.module.css'
import { Sentence } from './Sentence.tsx'
import { UnfitNote } from './UnfitNote.tsx'

/** The sentence, three of the lines over time, the groups, three of the distribution. */
export const OVERVIEW_STAGES = 8

interface Props extends BreakdownPanelProps {
  /** Parts to draw, from 1 to `OVERVIEW_STAGES`. */
  stage: number
  summary: Summary
  severalFiles: boolean
  /** Rows without an answer. */
  onListMissing: (page: number) => Promise<Slice | null>
  /** By the column that says when; null without one. */
  overTime: Breakdown | null
  /** Whether rows that do not fit the model are counted. */
  includeUnfit: boolean
  onIncludeUnfit: (include: boolean) => void
}

/** The answer in one sentence, its distribution, and what it looks like over time and per version or group. */
export function Overview({ stage, summary, overTime, includeUnfit, onIncludeUnfit, ...rest }: Props) {
  const { severalFiles, onListMissing, ...groups } = rest
  const { breakdown, columns } = groups
  const time = useMemo(() => overTime && timeline(overTime), [overTime])
  const complete = summary.waiting === 0
  const aside = complete ? undefined : 'so far, in file order'
  return (
    <>
      <section aria-labelledby="overview-heading" className={styles['overview']}>
        <h2 id="overview-heading" className="visually-hidden">
          Overview
        </h2>
        <Sentence words={summaryWords(summary)} />
        {complete && breakdown !== null && <Finding breakdown={breakdown} />}
        <Account summary={summary} severalFiles={severalFiles} onList={onListMissing} />
        <UnfitNote summary={summary} included={includeUnfit} onInclude={onIncludeUnfit} />
      </section>
      <div
        className={classes(
          styles['panels'],
          columns.length > 0 && styles[time === null ? 'withGroups' : 'withTime'],
        )}
      >
        {columns.length > 0 && (
          <section aria-labelledby="groups-heading" className={styles['section']}>
            <h2 id="groups-heading" className="visually-hidden">
              Versions and time
            </h2>
            {stage > 1 && time !== null && (
              <div className={styles['time']}>
                <OverTime
                  timeline={time}
                  stage={Math.min(stage - 1, 3)}
                  aside={aside}
                  note={overTimeNote(time, overTime?.dateFormat ?? null)}
                />
              </div>
            )}
            {stage > 4 && (
              <div className={styles['groups']}>
                <BreakdownPanel {...groups} />
              </div>
            )}
          </section>
        )}
        {stage > 5 && (
          <div className={styles['shares']}>
            <DistributionFigure byLabel={summary.byLabel} aside={aside} stage={Math.min(stage - 5, 3)} />
          </div>
        )}
      </div>
    </>
  )
}
