import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** Its accessible name. */
  label: string
  /** 0…max. */
  value: number
  max: number
  /** What a screen reader says instead of a bare number: "7,600 of 20,000 rows". */
  valueText: string
}

/** Determinate. Not a live region: whoever runs the work announces its steps. */
export function ProgressBar({ label, value, max, valueText }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      className={styles['track']}
    >
      <div className={styles['done']} style={{ width: `${share * 100}%` }} />
    </div>
  )
}
