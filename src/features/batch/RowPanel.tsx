import { ClassBars } from '../../charts/ClassBars.tsx'
import { LabelMark } from '../../charts/LabelMark.tsx'
import { flagWords } from '../../domain/flags.ts'
import { formatShare } from '../../lib/format.ts'
import type { Column, RowDetail } from '../../table/protocol.ts'
import { Button } from '../../ui/Button.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { rowButtonId } from './rowButtonId.ts'
import styles from './RowPanel.module.css'

interface Props {
  open: boolean
  detail: RowDetail | null
  columns: readonly Column[]
  /** Rows before and after in the list, or null at its ends. */
  previous: number | null
  next: number | null
  onRow: (row: number) => void
  onClose: () => void
}

/** One row whole: its text, what the model said of it and how sure, its flags in words, and every column. */
export function RowPanel({ open, detail, columns, previous, next, onRow, onClose }: Props) {
  const walk = (row: number | null): (() => void) => {
    return () => {
      if (row !== null) onRow(row)
    }
  }
  return (
    <SidePanel
      open={open && detail !== null}
      onClose={onClose}
      title={detail === null ? 'Row' : `Row ${detail.number}`}
      returnFocusTo={() => (detail === null ? null : document.getElementById(rowButtonId(detail.row)))}
      actions={
        <>
          <Button
            unavailable={previous === null ? 'First row of this page' : undefined}
            onClick={walk(previous)}
          >
            Previous row
          </Button>
          <Button unavailable={next === null ? 'Last row of this page' : undefined} onClick={walk(next)}>
            Next row
          </Button>
        </>
      }
    >
      {detail !== null && <Detail detail={detail} columns={columns} />}
    </SidePanel>
  )
}

function Detail({ detail, columns }: { detail: RowDetail; columns: readonly Column[] }) {
  const { answer, flags, text, cells, file, line, windows } = detail
  return (
    <div className={styles['detail']}>
      {answer !== null && (
        <>
          <p className={styles['answer']}>
            <LabelMark label={answer.label} strong />
            <span>{`${formatShare(answer.confidence)} sure`}</span>
          </p>
          <ClassBars probabilities={answer.probabilities} />
        </>
      )}
      {flags.length > 0 && (
        <ul className={styles['flags']}>
          {flags.map((flag) => (
            <li key={flag}>{flagWords(flag, windows)}</li>
          ))}
        </ul>
      )}
      {text !== '' && <p className={styles['text']}>{text}</p>}
      <dl className={styles['cells']}>
        {columns
          .filter(({ index }) => cells[index]?.trim() !== text || text === '')
          .map(({ index, name }) => (
            <div key={index}>
              <dt>{name}</dt>
              <dd>{cells[index] === '' ? '–' : cells[index]}</dd>
            </div>
          ))}
        <div>
          <dt>Place</dt>
          <dd>{`${file}, line ${line}`}</dd>
        </div>
      </dl>
    </div>
  )
}
