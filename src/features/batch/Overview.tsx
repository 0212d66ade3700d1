import { BreakdownTable } from '../../charts/BreakdownTable.tsx'
import { DistributionFigure } from '../../charts/DistributionFigure.tsx'
import type { Breakdown, Summary } from '../../domain/summary.ts'
import type { Column } from '../../table/protocol.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { accountWords, breakdownNote, summaryWords } from './batchWords.ts'
import styles from './Overview.module.css'
import { Sentence } from './Sentence.tsx'

interface Props {
  summary: Summary
  breakdownColumn: number | null
  breakdown: Breakdown | null
  /** Columns that can be broken down by. */
  columns: readonly Column[]
  onBreakdown: (column: number | null) => void
  /** The group that the list is filtered by; null when it is not. */
  selectedGroup: string | null
  onGroup: (value: string | null) => void
}

/** The answer in one sentence, its distribution, and what it looks like per version, group or time. */
export function Overview(props: Props) {
  const { summary, breakdownColumn, breakdown, columns, onBreakdown, selectedGroup, onGroup } = props
  return (
    <>
      <section aria-labelledby="overview-heading" className={styles['overview']}>
        <h2 id="overview-heading" className="visually-hidden">
          Overview
        </h2>
        <Sentence words={summaryWords(summary)} />
        <p className={styles['account']}>{accountWords(summary)}</p>
      </section>
      <div className={columns.length > 0 ? styles['both'] : styles['one']}>
        {columns.length > 0 && (
          <section aria-labelledby="groups-heading">
            <h2 id="groups-heading" className="visually-hidden">
              Versions and time
            </h2>
            <Panel
              title="Break down by"
              choice={
                <SelectField
                  label="Break down by"
                  labelAt="hidden"
                  value={breakdownColumn === null ? '' : String(breakdownColumn)}
                  options={[
                    { value: '', label: 'Nothing' },
                    ...columns.map(({ index, name }) => ({ value: String(index), label: name })),
                  ]}
                  onChange={(value) => onBreakdown(value === '' ? null : Number(value))}
                />
              }
              aside="share of rows · net sentiment, points"
            >
              {breakdown !== null && (
                <>
                  <BreakdownTable
                    column={columns.find(({ index }) => index === breakdown.column)?.name ?? ''}
                    groups={breakdown.groups}
                    selected={selectedGroup}
                    onSelect={onGroup}
                  />
                  {breakdownNote(breakdown) !== null && (
                    <p className={styles['note']}>{breakdownNote(breakdown)}</p>
                  )}
                </>
              )}
            </Panel>
          </section>
        )}
        <DistributionFigure
          byLabel={summary.byLabel}
          aside={summary.waiting > 0 ? 'so far, in file order' : undefined}
        />
      </div>
    </>
  )
}
