import type { Column, ColumnRole, Role } from '../../table/protocol.ts'

/** What each column is for, at its index. */
export type Roles = readonly (Role | null)[]

/** What a person said of columns, by name. */
export type RoleChanges = ReadonlyMap<string, Role | null>

/** Of these there can be several. */
const SEVERAL: readonly (Role | null)[] = [null, 'text', 'group']

interface Described {
  columns: readonly Column[]
  roles: readonly ColumnRole[]
  textColumn: number | null
}

/**
 * As guessed, but for what a person said. One column is read unless a person says otherwise: a title and further texts
 * are offered, not taken.
 */
export function rolesOf({ columns, roles, textColumn }: Described, changes: RoleChanges): Roles {
  const said = columns.map(({ name }) => changes.get(name))
  const taken = new Set(said)
  return columns.map(({ index }, position) => {
    const own = said[position]
    if (own !== undefined) return own
    const guess = guessed(roles[index]?.role ?? null, index, textColumn)
    return SEVERAL.includes(guess) || !taken.has(guess) ? guess : null
  })
}

function guessed(role: Role | null, index: number, textColumn: number | null): Role | null {
  if (index === textColumn) return 'text'
  return role === 'title' || role === 'text' ? null : role
}

/** One column has another role. What only one column can be, no other is any more. */
export function withRole(roles: Roles, column: number, role: Role | null): Roles {
  return roles.map((other, index) => {
    if (index === column) return role
    return other === role && !SEVERAL.includes(role) ? null : other
  })
}

/** That column alone is the text; a title stays above it. */
export function withTextColumn(roles: Roles, column: number): Roles {
  return roles.map((role, index) => (index === column ? 'text' : role === 'text' ? null : role))
}

/** Where `roles` differ from what is guessed. */
export function changesFrom(described: Described, roles: Roles): RoleChanges {
  const guess = rolesOf(described, new Map())
  const changed = described.columns.filter(({ index }) => roles[index] !== guess[index])
  return new Map(changed.map(({ index, name }) => [name, roles[index] ?? null]))
}

/** What is read: the last of the text columns, and above it the title and the other texts. Null without a text. */
export function textColumns(roles: Roles): { column: number; above: number[] } | null {
  const texts = columnsWith(roles, 'text')
  const column = texts.at(-1)
  return column === undefined
    ? null
    : { column, above: [...columnsWith(roles, 'title'), ...texts.slice(0, -1)] }
}

/** Indexes of the columns with a role. */
export function columnsWith(roles: Roles, role: Role): number[] {
  return roles.flatMap((other, index) => (other === role ? index : []))
}

/** The column that says how a person felt: a label, else stars. */
export function labelColumn(roles: Roles): number | null {
  return columnsWith(roles, 'label')[0] ?? columnsWith(roles, 'stars')[0] ?? null
}

export function languageColumn(roles: Roles): number | null {
  return columnsWith(roles, 'language')[0] ?? null
}
