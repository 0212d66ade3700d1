import { LabelMark } from '../../../charts/LabelMark.tsx'
import { LABELS } from '../../../domain/labels.ts'
import { groupName, notSureRows, unfitRows, type Summary } from '../../../domain/summary.ts'
import type { OpenTable } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chips, type Chip } from '../../../ui/Chips.tsx'
import type { ListQuery, RowFilter } from '../../../workbench/state/listQuery.ts'
import styles from './FilterChips.module.css'

interface Props {
  summary: Summary
  table: OpenTable
  query: ListQuery
  onQuery: (change: Partial<ListQuery>) => void
}

/** Which rows the list shows, each with how many there are; and the group picked in the breakdown. */
export function FilterChips({ summary, table, query, onQuery }: Props) {
  const { group } = query
  const waiting = summary.waiting + summary.unreadable
  /** A chip that is there only while it has rows, or while they are what the list shows. */
  const some = (value: RowFilter, label: string, count: number): Chip<RowFilter>[] =>
    count > 0 || query.filter === value ? [{ value, label, count }] : []
  const chips: Chip<RowFilter>[] = [
    { value: 'all', label: 'All', count: summary.rows },
    ...LABELS.map((label) => ({
      value: label,
      label: <LabelMark label={label} />,
      count: summary.byLabel[label].rows,
    })),
    { value: 'not_sure', label: 'Not sure', count: notSureRows(summary.byLabel) },
    ...some('unfit', 'Not English or too short', unfitRows(summary)),
    ...some('corrected', 'Corrected', summary.corrected),
    { value: 'no_text', label: 'Without text', count: summary.withoutText },
    ...some('not_classified', 'Not classified', waiting),
  ]
  return (
    <div className={styles['filters']}>
      <Chips
        label="Show rows"
        value={query.filter}
        chips={chips}
        onChange={(filter) => onQuery({ filter })}
      />
      {group !== null && (
        <Button variant="quiet" onClick={() => onQuery({ group: null })}>
          {`Only ${table.columns[group.column]?.name ?? 'group'}: ${groupName(group.value)}. Show all`}
        </Button>
      )}
    </div>
  )
}
