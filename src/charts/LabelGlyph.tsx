import type { Label } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import styles from './sentiment.module.css'

/** ▼ ● ▲ in the sentiment's colour. Decoration: the word must stand beside it. */
export function LabelGlyph({ label }: { label: Label }) {
  return (
    <span aria-hidden="true" className={styles[label]}>
      {LABEL_WORDS[label].glyph}
    </span>
  )
}
