import type { Summary } from '../../../domain/summary.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './UnfitNote.module.css'
import { includeWords, languageUnknownWords, unfitWords } from './unfitWords.ts'

interface Props {
  summary: Summary
  /** Whether the charts count the rows that do not fit the model. */
  included: boolean
  onInclude: (include: boolean) => void
}

/** How many rows do not fit the model, and the switch that counts them or leaves them out. */
export function UnfitNote({ summary, included, onInclude }: Props) {
  const words = unfitWords(summary, included)
  const unknown = languageUnknownWords(summary)
  return (
    <>
      {words !== null && (
        <p className={styles['note']}>
          {`${words} `}
          <Button variant="quiet" onClick={() => onInclude(!included)}>
            {includeWords(summary, included)}
          </Button>
        </p>
      )}
      {unknown !== null && <p className={styles['note']}>{unknown}</p>}
    </>
  )
}
