import type { Guess } from '../../domain/reading.ts'
import { TextField } from '../../ui/TextField.tsx'
import styles from './ReadAs.module.css'
import { ReadingSetting } from './ReadingSetting.tsx'

interface Props {
  guess: Guess<string>
  /** Undefined: to be guessed again. */
  onChoose: (delimiter: string | undefined) => void
}

/** What divides cells: one of the usual characters, or any other. */
export function DelimiterSetting({ guess, onChoose }: Props) {
  const usual = guess.alternatives.some(({ value }) => value === guess.value)
  return (
    <div className={styles['setting']}>
      <ReadingSetting label="Delimiter" guess={guess} onChoose={onChoose} />
      <TextField
        label="Another character"
        labelAt="beside"
        value={usual ? '' : guess.value}
        onChange={(typed) => {
          const character = typed.at(-1)
          // Quotes and half of a pair cannot divide cells.
          if (character !== undefined && !/["'\uD800-\uDFFF\uFEFF]/.test(character)) onChoose(character)
        }}
      />
    </div>
  )
}
