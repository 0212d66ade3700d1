import type { Group } from '../domain/summary.ts'
import styles from './BreakdownTable.module.css'
import { BreakdownRow } from './BreakdownRow.tsx'
import { LABEL_WORDS, LABELS } from '../domain/labels.ts'

export interface BreakdownTableProps {
  /** Name of the column that rows are grouped by. */
  column: string
  groups: readonly Group[]
  /** Makes each group's name a button that filters by it; called with the value, or null to filter no more. */
  onSelect?: ((value: string | null) => void) | undefined
  /** The group that is filtered by now. */
  selected?: string | null
}

/** More bars than this say nothing to the eye. */
const MOST = 40

/** One stacked bar a group: size under its name, net sentiment at its end; counts and shares for screen readers. */
export function BreakdownTable({ column, groups, onSelect, selected = null }: BreakdownTableProps) {
  return (
    <>
      <table className={styles['table']}>
        <caption className="visually-hidden">Sentiment by {column}</caption>
        <thead className={styles['head']}>
          <tr>
            <th scope="col" className={styles['name']}>
              <span className="visually-hidden">{column}</span>
            </th>
            {LABELS.map((label) => (
              <th key={label} scope="col" className={styles['unseen']}>
                <span className="visually-hidden">{LABEL_WORDS[label].word}</span>
              </th>
            ))}
            <td aria-hidden="true" />
            <th scope="col" className={styles['net']}>
              <span className="visually-hidden">Net sentiment, points</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, MOST).map((group) => (
            <BreakdownRow
              key={group.value}
              group={group}
              selected={group.value === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {groups.length > MOST && (
        <p className={styles['more']}>
          The first {MOST} of {groups.length} groups.
        </p>
      )}
    </>
  )
}
