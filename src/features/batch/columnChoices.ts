import type { Column, Role } from '../../table/protocol.ts'
import { columnsWith, type Roles } from './roles.ts'

/** What results can be broken down by, the one first that most often explains sentiment. */
const EXPLAINING: readonly Role[] = ['version', 'group', 'language', 'label', 'stars', 'date']

/** At most two columns shown beside the text: stars and version. */
export function extraColumns(columns: readonly Column[], roles: Roles): Column[] {
  return (['stars', 'version'] as const).flatMap((role) => {
    const [index = -1] = columnsWith(roles, role)
    return columns[index] ?? []
  })
}

/** The columns that results can be broken down by, in the order of the file. */
export function breakdownColumns(columns: readonly Column[], roles: Roles): Column[] {
  return columns.filter(({ index }) => EXPLAINING.some((role) => roles[index] === role))
}

/** What to break down by before anyone chose: a version, else a group, else what there is, a date last. */
export function firstBreakdown(roles: Roles): number | null {
  return EXPLAINING.flatMap((role) => columnsWith(roles, role))[0] ?? null
}

/** The column that says when. */
export function dateColumn(roles: Roles): number | null {
  return columnsWith(roles, 'date')[0] ?? null
}
