import { useState } from 'react'
import { LABELS } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import type { Group } from '../domain/summary.ts'
import { formatCount } from '../lib/format.ts'
import { Button } from '../ui/Button.tsx'
import { BreakdownRow } from './BreakdownRow.tsx'
import styles from './BreakdownTable.module.css'

export interface BreakdownTableProps {
  /** Name of the column that rows are grouped by. */
  column: string
  groups: readonly Group[]
  /** Whether they go from old to new, or from low to high: of many, the last ones are shown first. */
  ordered?: boolean
  /** Makes each group's name a button that filters by it; called with the value, or null to filter no more. */
  onSelect?: ((value: string | null) => void) | undefined
  /** The group that is filtered by now. */
  selected?: string | null
}

/** More bars than this push everything else out of sight, so that they are shown only when asked for. */
const FEW = 12
/** More than this say nothing to the eye. */
const MOST = 200

/** One stacked bar a group: size under its name, net sentiment at its end; counts and shares for screen readers. */
export function BreakdownTable({
  column,
  groups,
  ordered = false,
  onSelect,
  selected = null,
}: BreakdownTableProps) {
  const [all, setAll] = useState(false)
  const most = Math.min(groups.length, all ? MOST : FEW)
  const first = ordered ? groups.length - most : 0
  // The one that is filtered by stays in sight: pressing it again is the way back.
  const shown = groups.filter(
    ({ value }, index) => (index >= first && index < first + most) || value === selected,
  )
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
          {shown.map((group) => (
            <BreakdownRow
              key={group.value}
              group={group}
              selected={group.value === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {groups.length > FEW && (
        <p className={styles['more']}>
          {most === groups.length
            ? `All ${most} groups.`
            : `The ${ordered ? 'last' : 'first'} ${most} of ${formatCount(groups.length)} groups.`}{' '}
          <Button variant="quiet" onClick={() => setAll(!all)}>
            {all ? `Show ${FEW}` : `Show ${formatCount(Math.min(groups.length, MOST))}`}
          </Button>
        </p>
      )}
    </>
  )
}
