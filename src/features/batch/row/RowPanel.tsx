import { useCallback, useRef, type RefObject } from 'react'
import { ClassBars } from '../../../charts/ClassBars.tsx'
import { LabelMark } from '../../../charts/LabelMark.tsx'
import { flagWords } from '../../../words/flagWords.ts'
import type { Label } from '../../../domain/labels.ts'
import { formatShare } from '../../../lib/format.ts'
import type { Column, RowDetail } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { LabelChoice, labelOfKey } from './LabelChoice.tsx'
import styles from './RowPanel.module.css'
import type { ListEnds, Step } from '../../../workbench/ask/walkRows.ts'
import { LIST_END_WORDS } from '../words/listWords.ts'
import { whyNoLabel } from '../words/rowWords.ts'
import { usePanelKeys } from './usePanelKeys.ts'

interface Props {
  open: boolean
  detail: RowDetail | null
  columns: readonly Column[]
  ends: ListEnds
  onWalk: (step: Step) => void
  onCorrect: (label: Label | null) => void
  onClose: () => void
  /** Where focus goes then: the row's button in the list. */
  returnFocusTo: () => HTMLElement | null
}

const STEPS: Readonly<Record<string, Step>> = { arrowright: 1, j: 1, arrowleft: -1, k: -1 }

/**
 * One row whole: its text, what the model said of it and how sure, a person's own label, its flags in words, and every
 * column. Keys, while focus is in it: 1, 2, 3 for the labels; arrows, or J and K, for the rows around it.
 */
export function RowPanel({ open, detail, ends, onWalk, onCorrect, onClose, ...rest }: Props) {
  const content = useRef<HTMLDivElement>(null)
  const onKey = useCallback(
    (key: string, repeated: boolean): boolean => {
      const step = STEPS[key]
      if (step !== undefined) onWalk(step)
      const label = labelOfKey(key)
      if (label !== undefined && !repeated) onCorrect(label)
      return step !== undefined || label !== undefined
    },
    [onWalk, onCorrect],
  )
  usePanelKeys(content, onKey)
  return (
    <SidePanel
      open={open && detail !== null}
      onClose={onClose}
      title={detail === null ? 'Row' : `Row ${detail.number}`}
      returnFocusTo={rest.returnFocusTo}
      actions={
        <>
          <Button
            unavailable={endWords(ends.previous)}
            aria-keyshortcuts="ArrowLeft K"
            onClick={() => onWalk(-1)}
          >
            <kbd aria-hidden="true" className={styles['key']}>
              ←
            </kbd>
            Previous row
          </Button>
          <Button
            unavailable={endWords(ends.next)}
            aria-keyshortcuts="ArrowRight J"
            onClick={() => onWalk(1)}
          >
            Next row
            <kbd aria-hidden="true" className={styles['key']}>
              →
            </kbd>
          </Button>
        </>
      }
    >
      {detail !== null && (
        <Detail content={content} detail={detail} columns={rest.columns} onCorrect={onCorrect} />
      )}
    </SidePanel>
  )
}

function endWords(end: ListEnds['next']): string | undefined {
  return end === null ? undefined : LIST_END_WORDS[end]
}

interface DetailProps extends Pick<Props, 'columns' | 'onCorrect'> {
  content: RefObject<HTMLDivElement | null>
  detail: RowDetail
}

function Detail({ content, detail, columns, onCorrect }: DetailProps) {
  const { flags, text, cells, file, line, windows } = detail
  return (
    <div ref={content} className={styles['detail']}>
      <Answer detail={detail} />
      <LabelChoice correction={detail.correction} unavailable={whyNoLabel(detail)} onCorrect={onCorrect} />
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

function Answer({ detail: { answer, correction } }: { detail: RowDetail }) {
  if (answer === null) return null
  return (
    <>
      <p className={styles['answer']}>
        <LabelMark label={correction ?? answer.label} strong />
        <span>{correction === null ? `${formatShare(answer.confidence)} sure` : 'set by you'}</span>
      </p>
      {correction !== null && (
        <p className={styles['model']}>
          The model said <LabelMark label={answer.label} />, {`${formatShare(answer.confidence)} sure.`}
        </p>
      )}
      <ClassBars probabilities={answer.probabilities} />
    </>
  )
}
