import styles from './App.module.css'

/** The name, with three bars in the sentiment colours. */
export function Logo() {
  return (
    <p className={styles['logo']}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <rect className={styles['negative']} x="1" y="5" width="3.5" height="10" rx="1" />
        <rect className={styles['neutral']} x="6.25" y="9" width="3.5" height="6" rx="1" />
        <rect className={styles['positive']} x="11.5" y="2" width="3.5" height="13" rx="1" />
      </svg>
      Undertone
    </p>
  )
}
