import { useId } from 'react'
import { LabelMark } from '../../../charts/LabelMark.tsx'
import { LABELS, type Label } from '../../../domain/labels.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './LabelChoice.module.css'

interface Props {
  /** A person's label, or null. */
  correction: Label | null
  /** Why there is no label to correct, a sentence; null when there is one. */
  unavailable: string | null
  /** The label that is set already, or null, takes it back. */
  onCorrect: (label: Label | null) => void
}

/** The key of a label: its place in the order they are always shown in. */
export function labelOfKey(key: string): Label | undefined {
  return /^[1-3]$/.test(key) ? LABELS[Number(key) - 1] : undefined
}

/** A person's own label of a row: one of three, or none. */
export function LabelChoice({ correction, unavailable, onCorrect }: Props) {
  const headingId = useId()
  return (
    <div role="group" aria-labelledby={headingId} className={styles['choice']}>
      <div className={styles['head']}>
        <h3 id={headingId}>Your label</h3>
        <Button
          variant="quiet"
          unavailable={correction === null ? 'You have set no label of this row' : undefined}
          onClick={() => onCorrect(null)}
        >
          Take back
        </Button>
      </div>
      <div className={styles['labels']}>
        {LABELS.map((label, index) => (
          <Button
            key={label}
            className={styles['label']}
            aria-pressed={correction === label}
            aria-keyshortcuts={String(index + 1)}
            unavailable={unavailable ?? undefined}
            onClick={() => onCorrect(label)}
          >
            <LabelMark label={label} />
            <kbd aria-hidden="true">{index + 1}</kbd>
          </Button>
        ))}
      </div>
      {unavailable === null ? (
        <p className={styles['note']}>
          It counts instead of the model’s.{' '}
          <span className={styles['keys']}>Keys 1, 2, 3 set it, the same key takes it back.</span>
        </p>
      ) : (
        <p className={styles['note']}>{unavailable}</p>
      )}
    </div>
  )
}
