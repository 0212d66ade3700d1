import { useId } from 'react'
import type { Guess } from '../../domain/reading.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import styles from './ReadAs.module.css'
import { wordsOf } from './readingWords.ts'

interface Props<T> {
  label: string
  guess: Guess<T>
  /** Undefined: to be guessed again. */
  onChoose: (value: T | undefined) => void
}

/** One question about a file: its answer, why, and the other answers. */
export function ReadingSetting<T>({ label, guess, onChoose }: Props<T>) {
  const id = useId()
  const { alternatives, chosen, reason } = guess
  const known = alternatives.findIndex(({ value }) => value === guess.value)
  if (alternatives.length < 2 && !chosen) {
    return (
      <div className={styles['setting']}>
        <p className={styles['fixed']}>
          <span className={styles['label']}>{label}</span> {wordsOf(guess)}
        </p>
        <p className={styles['reason']}>{reason}</p>
      </div>
    )
  }
  const options = alternatives.map(({ words, group }, index) => ({
    value: String(index),
    label: words,
    group,
  }))
  return (
    <div className={styles['setting']}>
      <SelectField
        label={label}
        labelAt="above"
        value={String(known)}
        describedBy={id}
        options={[
          ...(known < 0 ? [{ value: '-1', label: wordsOf(guess) }] : []),
          ...(chosen ? [{ value: 'guess', label: 'Tell it from the file' }] : []),
          ...options,
        ]}
        onChange={(value) => {
          if (value === 'guess') onChoose(undefined)
          else if (Number(value) >= 0) onChoose(alternatives[Number(value)]?.value)
        }}
      />
      <p id={id} className={styles['reason']}>
        {reason}
      </p>
    </div>
  )
}
