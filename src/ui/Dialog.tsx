import { Dialog as Base } from '@base-ui/react/dialog'
import styles from './dialog.module.css'
import { DialogFrame, type DialogFrameProps } from './DialogFrame.tsx'

export interface DialogProps extends Omit<DialogFrameProps, 'place'> {
  open: boolean
  /** Close, Escape or a click beside it. */
  onClose: () => void
}

/** Modal: the rest of the page waits, a dialog that opened it included. Full screen on phones. Focus moves in, and back to the opener. */
export function Dialog({ open, onClose, ...frame }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Base.Portal className={styles['layer']}>
        <Base.Backdrop forceRender className={styles['backdrop']} />
        <DialogFrame place="centred" {...frame} />
      </Base.Portal>
    </Base.Root>
  )
}
