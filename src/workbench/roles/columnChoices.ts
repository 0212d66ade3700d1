import type { Column, OpenTable, Role } from '../../table/protocol.ts'
import {
  columnsWith,
  labelColumn,
  languageColumn,
  rolesOf,
  textColumns,
  type RoleChanges,
  type Roles,
} from './roles.ts'

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

/** What each column of an open table is for. */
export function tableRoles({ table, roleChanges }: { table: OpenTable; roleChanges: RoleChanges }): Roles {
  return rolesOf(table, roleChanges)
}

/** The columns to read, as the data worker is asked; null without a text. */
export function columnsToRead(roles: Roles): { column: number; above?: number[]; language?: number } | null {
  const texts = textColumns(roles)
  const language = languageColumn(roles)
  if (texts === null) return null
  return {
    column: texts.column,
    ...(texts.above.length > 0 && { above: texts.above }),
    ...(language !== null && { language }),
  }
}

/** The columns to count, as the data worker is asked; null without a text. */
export function columnsToProfile(
  roles: Roles,
): { text: number[]; label: number | null; language: number | null } | null {
  const texts = textColumns(roles)
  if (texts === null) return null
  return {
    text: [...texts.above, texts.column],
    label: labelColumn(roles),
    language: languageColumn(roles),
  }
}
