import type { ReactNode } from 'react'
import styles from './CheckField.module.css'

export interface CheckFieldProps {
  /** Its accessible name, too. */
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  /** Id of a sentence about what it does. */
  describedBy?: string
}

/** A native checkbox with its label. */
export function CheckField({ label, checked, onChange, describedBy }: CheckFieldProps) {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
