import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'
import { formatCount } from '../lib/format.ts'
import styles from './Chips.module.css'

export interface Chip<Value extends string> {
  value: Value
  label: ReactNode
  /** Shown after the label. */
  count?: number | undefined
}

export interface ChipsProps<Value extends string> {
  /** What the chips choose, for screen readers: "Show rows". */
  label: string
  value: Value
  chips: readonly Chip<Value>[]
  onChange: (value: Value) => void
}

/** Exactly one of several, like a filter. Arrow keys move between the chips; the group is one tab stop. */
export function Chips<Value extends string>({ label, value, chips, onChange }: ChipsProps<Value>) {
  return (
    <ToggleGroup
      className={styles['chips']}
      aria-label={label}
      value={[value]}
      onValueChange={([pressed]) => {
        // Pressing the pressed one would leave none.
        if (pressed !== undefined) onChange(pressed)
      }}
    >
      {chips.map((chip) => (
        <Toggle key={chip.value} value={chip.value} className={styles['chip']}>
          <span>{chip.label}</span>
          {chip.count !== undefined && <span>{` ${formatCount(chip.count)}`}</span>}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
