import type { Words } from '../words/summaryWords.ts'
import styles from './Sentence.module.css'

/** A sentence whose shares carry the colour of their label, beside the word that names it. */
export function Sentence({ words }: { words: readonly Words[] }) {
  return (
    <p className={styles['sentence']}>
      {words.map(({ text: said, label, strong }) => {
        // A number stays with its sign.
        const text = said.replaceAll(' %', '\u00A0%')
        return label !== undefined || strong === true ? (
          <strong key={text} className={label && styles[label]}>
            {text}
          </strong>
        ) : (
          text
        )
      })}
    </p>
  )
}
