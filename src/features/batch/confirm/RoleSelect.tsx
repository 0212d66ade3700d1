import { useId } from 'react'
import type { ColumnRole, Role } from '../../../table/protocol.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import styles from './Preview.module.css'
import { roleReason, ROLE_WORDS } from './roleWords.ts'

interface Props {
  /** Its name. */
  column: string
  role: Role | null
  guess: ColumnRole | undefined
  onRole: (role: Role | null) => void
}

const NOT_USED = 'none'
const OPTIONS = [
  ...ROLE_WORDS.map(([value, label]) => ({ value, label })),
  { value: NOT_USED, label: 'Not used' } as const,
]

/** What a column is for, and why it is thought to be. */
export function RoleSelect({ column, role, guess, onRole }: Props) {
  const id = useId()
  return (
    <div className={styles['role']}>
      <SelectField
        label={`Use of ${column}`}
        labelAt="hidden"
        value={role ?? NOT_USED}
        describedBy={id}
        options={OPTIONS}
        onChange={(value) => onRole(value === NOT_USED ? null : value)}
      />
      <p id={id} className={styles['reason']}>
        {roleReason(role, guess)}
      </p>
    </div>
  )
}
