import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'

export interface DialogFrameProps {
  /** Names the dialog. */
  title: ReactNode
  children: ReactNode
  /** Buttons under the content; they stay in view while it scrolls. */
  actions?: ReactNode
  place: 'centred' | 'side'
  /** Where focus goes when it closes; without it, or when it is gone, to what had focus before. */
  returnFocusTo?: (() => HTMLElement | null) | undefined
}

/** Title, Close, scrolling content and actions of `Dialog` and `SidePanel`. */
export function DialogFrame({ title, children, actions, place, returnFocusTo }: DialogFrameProps) {
  return (
    <Base.Popup
      className={classes(styles['popup'], styles[place])}
      finalFocus={returnFocusTo === undefined ? true : () => returnFocusTo() ?? true}
    >
      <div className={styles['head']}>
        <Base.Title className={styles['title']}>{title}</Base.Title>
        <Base.Close render={<Button variant="quiet" />}>Close</Base.Close>
      </div>
      <div className={styles['body']}>{children}</div>
      {actions !== undefined && <div className={styles['foot']}>{actions}</div>}
    </Base.Popup>
  )
}
