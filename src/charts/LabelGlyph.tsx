import { LABEL_WORDS, type Label } from '../domain/labels.ts'
import styles from './sentiment.module.css'

/** ▼ ● ▲ in the sentiment's colour. Decoration: the word must stand beside it. */
export function LabelGlyph({ label }: { label: Label }) {
  return (
    <span aria-hidden="true" className={styles[label]}>
      {LABEL_WORDS[label].glyph}
    </span>
  )
}
