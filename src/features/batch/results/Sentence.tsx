import type { Words } from '../batchWords.ts'
import styles from './Sentence.module.css'

/** A sentence whose shares carry the colour of their label, beside the word that names it. */
export function Sentence({ words }: { words: readonly Words[] }) {
  return (
    <p className={styles['sentence']}>
      {words.map(({ text, label, strong }) =>
        label !== undefined || strong === true ? (
          <strong key={text} className={label && styles[label]}>
            {text}
          </strong>
        ) : (
          text
        ),
      )}
    </p>
  )
}
