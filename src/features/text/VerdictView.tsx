import { ClassBars } from '../../charts/ClassBars.tsx'
import { LabelMark } from '../../charts/LabelMark.tsx'
import { classes } from '../../ui/classes.ts'
import { Note } from '../../ui/Note.tsx'
import { notes, sentence, type Verdict } from './answerWords.ts'
import styles from './VerdictView.module.css'

export interface VerdictViewProps {
  verdict: Verdict
  /** It belongs to the text before, and the next one takes long. */
  dimmed?: boolean
}

/** The answer, how sure it is, and how likely each sentiment is. */
export function VerdictView({ verdict, dimmed = false }: VerdictViewProps) {
  return (
    <div className={classes(styles['verdict'], dimmed && styles['dimmed'])}>
      <div ref={bringIntoView} className={styles['head']}>
        <p className={styles['answer']}>
          <LabelMark label={verdict.label} strong />
          {verdict.flags.includes('not_sure') && <span className={styles['tag']}>not sure</span>}
        </p>
        <p className={styles['sentence']}>{sentence(verdict)}</p>
      </div>
      <ClassBars probabilities={verdict.probabilities} />
      {notes(verdict).map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </div>
  )
}

/** Once, when the first answer appears: on a phone the keyboard may cover it. Later answers replace it in place. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
