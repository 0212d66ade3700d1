import type { Guess } from '../../../domain/reading.ts'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './ReadAs.module.css'
import { ReadingSetting } from './ReadingSetting.tsx'
import { useChosen } from './useChosen.ts'

interface Props {
  guess: Guess<string>
  /** Undefined: to be guessed again. */
  onChoose: (delimiter: string | undefined) => Promise<void>
}

/** What divides cells: one of the usual characters, or any other. */
export function DelimiterSetting({ guess, onChoose }: Props) {
  const [delimiter, choose] = useChosen<string | undefined>(guess.value, onChoose)
  const usual = guess.alternatives.some(({ value }) => value === delimiter)
  return (
    <div className={styles['setting']}>
      <ReadingSetting label="Delimiter" guess={guess} onChoose={onChoose} />
      <TextField
        label="Another character"
        labelAt="beside"
        value={usual ? '' : (delimiter ?? '')}
        onChange={(typed) => {
          const character = typed.at(-1)
          // Quotes and half of a pair cannot divide cells.
          if (character !== undefined && !/["'\uD800-\uDFFF\uFEFF]/.test(character)) choose(character)
        }}
      />
    </div>
  )
}
