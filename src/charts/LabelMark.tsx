import type { Label } from '../domain/labels.ts'
import { LABEL_WORDS } from '../words/labelWords.ts'
import { classes } from '../ui/classes.ts'
import styles from './LabelMark.module.css'
import { LabelGlyph } from './LabelGlyph.tsx'
import colours from './sentiment.module.css'

export interface LabelMarkProps {
  label: Label
  strong?: boolean
}

/** A sentiment as it is always shown: glyph and word in its colour. */
export function LabelMark({ label, strong = false }: LabelMarkProps) {
  return (
    <span className={classes(styles['mark'], colours[label], strong && styles['strong'])}>
      <LabelGlyph label={label} /> {LABEL_WORDS[label].word}
    </span>
  )
}
