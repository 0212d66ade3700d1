import { useId, type ReactNode } from 'react'
import styles from './Panel.module.css'

export interface PanelProps {
  /** Heading and accessible name. */
  title: string
  /** Beside the heading: a choice that belongs to the panel. */
  choice?: ReactNode
  /** At the end of the heading's line: units, or how far it is. */
  aside?: ReactNode
  children: ReactNode
  /** `figure` when the content is a chart and its table. */
  as?: 'section' | 'figure'
}

/** A bordered box with a heading. */
export function Panel({ title, choice, aside, children, as: Element = 'section' }: PanelProps) {
  const id = useId()
  return (
    <Element className={styles['panel']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {choice}
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </div>
      {children}
    </Element>
  )
}
