import { BreakdownTable } from '../../../charts/BreakdownTable.tsx'
import type { Breakdown } from '../../../domain/summary.ts'
import type { Column } from '../../../table/protocol.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { breakdownNote } from '../words/chartWords.ts'
import styles from './BreakdownPanel.module.css'

export interface BreakdownPanelProps {
  breakdownColumn: number | null
  breakdown: Breakdown | null
  /** Columns that can be broken down by. */
  columns: readonly Column[]
  onBreakdown: (column: number | null) => void
  /** The group that the list is filtered by; null when it is not. */
  selectedGroup: string | null
  onGroup: (value: string | null) => void
}

/** What the answer looks like per version, group or time; the column is the reader's choice. */
export function BreakdownPanel(props: BreakdownPanelProps) {
  const { breakdownColumn, breakdown, columns, onBreakdown, selectedGroup, onGroup } = props
  const note = breakdown && breakdownNote(breakdown)
  return (
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
        <BreakdownTable
          column={columns.find(({ index }) => index === breakdown.column)?.name ?? ''}
          groups={breakdown.groups}
          ordered={breakdown.ordered}
          selected={selectedGroup}
          onSelect={onGroup}
        />
      )}
      {note !== null && <p className={styles['note']}>{note}</p>}
    </Panel>
  )
}
