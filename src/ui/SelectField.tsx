import { useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
}

export interface SelectFieldProps<Value extends string> {
  label: string
  /** `hidden` keeps the label for screen readers and voice control; something visible must say the same. */
  labelAt?: 'beside' | 'above' | 'hidden'
  /** Must be the value of one of `options`. */
  value: Value
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
  disabled?: boolean
}

/** A native select: the platform's own list works with every keyboard, phone and screen reader. */
export function SelectField<Value extends string>({
  label,
  labelAt = 'beside',
  value,
  options,
  onChange,
  disabled,
}: SelectFieldProps<Value>) {
  const id = useId()
  return (
    <span className={classes(styles['field'], labelAt === 'beside' && styles['inline'])}>
      <label htmlFor={id} className={labelAt === 'hidden' ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={classes(styles['control'], styles['select'])}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
