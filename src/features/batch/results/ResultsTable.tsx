import { memo } from 'react'
import { LabelMark } from '../../../charts/LabelMark.tsx'
import type { RowOrder } from '../../../domain/query.ts'
import { formatShare } from '../../../lib/format.ts'
import type { Column, Row } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import type { ListQuery } from '../../../workbench/state/listQuery.ts'
import styles from './ResultsTable.module.css'
import { rowButtonId } from '../row/rowButtonId.ts'

interface Props {
  rows: readonly Row[]
  /** More rows follow at once. */
  busy: boolean
  /** Columns of the file shown beside the text, in the order of a row's `extra`. */
  extraColumns: readonly Column[]
  order: RowOrder
  severalFiles: boolean
  onQuery: (change: Partial<ListQuery>) => void
  onRow: (row: number) => void
}

const NEXT_ORDER: Readonly<Record<RowOrder, RowOrder>> = {
  file: 'least-sure',
  'least-sure': 'surest',
  surest: 'file',
}

const ARIA_SORT = { file: 'none', 'least-sure': 'ascending', surest: 'descending' } as const

/** One page of rows. Each row number is a button that opens the row; a click anywhere on the row does, too. */
export const ResultsTable = memo(function ResultsTable(props: Props) {
  const { rows, busy, extraColumns, order, severalFiles, onQuery, onRow } = props
  return (
    <table className={styles['table']} aria-label="Results" aria-busy={busy}>
      <thead>
        <tr>
          <th scope="col" className={styles['number']}>
            Row
          </th>
          {severalFiles && (
            <th scope="col" className={styles['wide']}>
              File
            </th>
          )}
          <th scope="col">Sentiment</th>
          <th scope="col" className={styles['sure']} aria-sort={ARIA_SORT[order]}>
            <Button variant="quiet" onClick={() => onQuery({ order: NEXT_ORDER[order] })}>
              Sure{order === 'file' ? '' : order === 'surest' ? ' ↓' : ' ↑'}
            </Button>
          </th>
          {extraColumns.map(({ index, name }) => (
            <th key={index} scope="col" className={styles['wide']}>
              {name}
            </th>
          ))}
          <th scope="col" className={styles['text']}>
            Text
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          // The row number is the control for keyboards and screen readers; the whole row is the larger target.

          <tr key={row.row} onClick={() => onRow(row.row)}>
            <td className={styles['number']}>
              <button id={rowButtonId(row.row)} type="button" aria-label={`Open row ${row.number}`}>
                {row.number}
              </button>
            </td>
            {severalFiles && <td className={styles['wide']}>{row.file}</td>}
            <td className={styles['sentiment']}>
              <Sentiment row={row} />
            </td>
            <td className={styles['sure']}>{sureOf(row)}</td>
            {extraColumns.map(({ index }, position) => (
              <td key={index} className={styles['wide']}>
                {row.extra[position]}
              </td>
            ))}
            <td className={styles['text']}>
              <div className={styles['clamp']}>{row.text}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})

/** Why the label is a guess. */
function Unfit({ flags }: { flags: Row['flags'] }) {
  if (flags.includes('other_language')) return <span className={styles['tag']}>not English</span>
  return flags.includes('too_short') && <span className={styles['tag']}>too short</span>
}

/** How sure the model is of the label beside it: nothing where that is a person's. */
function sureOf({ answer, correction }: Row): string {
  return answer === null || correction !== null ? '' : formatShare(answer.confidence)
}

function Sentiment({ row: { answer, correction, flags } }: { row: Row }) {
  if (answer === null) {
    if (flags.includes('no_text')) return <span className={styles['none']}>no text</span>
    return <span className={styles['none']}>{flags.includes('unreadable') ? 'unreadable' : 'waiting'}</span>
  }
  return (
    <>
      <LabelMark label={correction ?? answer.label} />
      {correction !== null && <span className={styles['tag']}>corrected</span>}
      {correction === null && <Unfit flags={flags} />}
      {flags.includes('not_sure') && <span className={styles['tag']}>not sure</span>}
      {correction === null && (
        <span className={styles['sureBelow']}>{`${formatShare(answer.confidence)} sure`}</span>
      )}
    </>
  )
}
