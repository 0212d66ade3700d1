import { Dialog } from '../ui/Dialog.tsx'
import styles from './HowToCheck.module.css'

interface Props {
  open: boolean
  onClose: () => void
}

/** A check that needs no trust in this page. */
export function HowToCheck({ open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="How to check that nothing is sent">
      <ol className={styles['steps']}>
        <li>Wait until the status says “Ready”.</li>
        <li>Turn the network off: flight mode, or “Offline” in the browser’s developer tools.</li>
        <li>Classify a text or a file. It works as before: the model is in this page.</li>
      </ol>
      <p className={styles['more']}>
        Or watch the Network tab of the developer tools while you classify: no request is made. The page also
        carries a content security policy that forbids it, and its workers, to reach any other site.
      </p>
      <p className={styles['more']}>
        Stored in this browser: the model’s files, so that the next visit starts faster, what you chose in
        Model details, how the graphics card did when it was checked, and how you had files read, by the names
        of their columns. Nothing else that you type or open is stored.
      </p>
    </Dialog>
  )
}
