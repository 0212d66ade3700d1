import type { Column, ColumnRole } from '../../protocol.ts'
import type { ColumnProfile } from './columnProfile.ts'
import { columnRoles } from './columnRoles.ts'
import { guessTextColumn } from './textColumn.ts'

/** What columns are and what they are for, told from what was seen of their cells. */
export interface DescribedColumns {
  columns: Column[]
  /** The likeliest text column, or null when none fits. */
  textColumn: number | null
  roles: ColumnRole[]
}

export function describeColumns(
  names: readonly string[],
  profiles: readonly ColumnProfile[],
): DescribedColumns {
  const textColumn = guessTextColumn(names, profiles)
  const columns = names.map((name, index): Column => {
    return { index, name, kind: index === textColumn ? 'text' : (profiles[index]?.kind ?? 'empty') }
  })
  return { columns, textColumn, roles: columnRoles(names, profiles, textColumn) }
}
