import { useId } from 'react'
import type { Guess } from '../../../domain/reading.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import styles from './ReadAs.module.css'
import { wordsOf } from './readingWords.ts'
import { useChosen } from './useChosen.ts'

const GUESS = 'guess'

interface Props<T> {
  label: string
  guess: Guess<T>
  /** Undefined: to be guessed again. */
  onChoose: (value: T | undefined) => Promise<void>
}

/** One question about a file: its answer, why, and the other answers. */
export function ReadingSetting<T>({ label, guess, onChoose }: Props<T>) {
  const id = useId()
  const { alternatives, chosen, reason } = guess
  const known = alternatives.findIndex(({ value }) => value === guess.value)
  const [shown, choose] = useChosen(String(known), async (option) => {
    if (option === GUESS) await onChoose(undefined)
    else if (Number(option) >= 0) await onChoose(alternatives[Number(option)]?.value)
  })
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
        value={shown}
        describedBy={id}
        options={[
          ...(known < 0 ? [{ value: '-1', label: wordsOf(guess) }] : []),
          ...(chosen ? [{ value: GUESS, label: 'Tell it from the file' }] : []),
          ...options,
        ]}
        onChange={choose}
      />
      <p id={id} className={styles['reason']}>
        {reason}
      </p>
    </div>
  )
}
