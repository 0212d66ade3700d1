import { Button } from './Button.tsx'
import styles from './ProblemAlert.module.css'

export interface ProblemAlertProps {
  happened: string
  kept: string
  next: string
  /** For whoever has to repair it. */
  detail?: string | undefined
  /** Only when trying again can help. */
  onRetry?: (() => void) | undefined
}

/** What happened, what was kept, what to do next. Spoken at once. */
export function ProblemAlert({ happened, kept, next, detail, onRetry }: ProblemAlertProps) {
  return (
    <div role="alert" className={styles['alert']}>
      <p className={styles['happened']}>{happened}</p>
      <p>{kept}</p>
      <p>{next}</p>
      {detail !== undefined && <p className={styles['detail']}>{detail}</p>}
      {onRetry !== undefined && (
        <p className={styles['action']}>
          <Button onClick={onRetry}>Try again</Button>
        </p>
      )}
    </div>
  )
}
