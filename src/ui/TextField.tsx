import { useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

export interface TextFieldProps {
  label: string
  /** `hidden` keeps the label for screen readers; the placeholder must then say what the field is for. */
  labelAt?: 'beside' | 'above' | 'hidden'
  type?: 'text' | 'search'
  value: string
  onChange: (value: string) => void
  placeholder?: string
}

/** One line of text. */
export function TextField({
  label,
  labelAt = 'above',
  type = 'text',
  value,
  onChange,
  placeholder,
}: TextFieldProps) {
  const id = useId()
  return (
    <span className={classes(styles['field'], labelAt === 'beside' && styles['inline'])}>
      <label htmlFor={id} className={labelAt === 'hidden' ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <input
        id={id}
        className={styles['control']}
        type={type}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  )
}
