import { Fragment, useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  /** Options of a group stand together, under its name. */
  group?: string | undefined
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
  /** Id of a sentence about the value. */
  describedBy?: string
}

/** A native select: the platform's own list works with every keyboard, phone and screen reader. */
export function SelectField<Value extends string>({
  label,
  labelAt = 'beside',
  value,
  options,
  onChange,
  disabled,
  describedBy,
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
        aria-describedby={describedBy}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {inGroups(options).map(({ group, members }) => {
          const listed = members.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))
          return group === undefined ? (
            <Fragment key="">{listed}</Fragment>
          ) : (
            <optgroup key={group} label={group}>
              {listed}
            </optgroup>
          )
        })}
      </select>
    </span>
  )
}

function inGroups<Value extends string>(
  options: readonly SelectOption<Value>[],
): { group: string | undefined; members: SelectOption<Value>[] }[] {
  const groups = new Map<string | undefined, SelectOption<Value>[]>()
  for (const option of options) {
    const members = groups.get(option.group)
    if (members === undefined) groups.set(option.group, [option])
    else members.push(option)
  }
  return [...groups].map(([group, members]) => ({ group, members }))
}
