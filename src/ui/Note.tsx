import type { ReactNode } from 'react'
import styles from './Note.module.css'

/** A calm remark in place: worth knowing, nothing is wrong. */
export function Note({ children }: { children: ReactNode }) {
  return <div className={styles['note']}>{children}</div>
}
