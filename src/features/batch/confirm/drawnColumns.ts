import type { Column } from '../../../table/protocol.ts'
import type { Roles } from '../../../workbench/roles/roles.ts'

/**
 * More columns than this are drawn in parts: fifty rows of a thousand columns take a browser seconds.
 * @internal Tests make files around it.
 */
export const DRAWN = 30

export interface DrawnColumns {
  /** In the order of the file: those with a role, and a part of the others. */
  columns: Column[]
  /** How many parts there are, at least 1. */
  parts: number
}

/** Room that is left for columns without a use, however many have one. */
const OTHERS = 5

/**
 * The columns to draw: always those that are read, then others in use. `part` counts from 0; with `search`, it goes
 * through the columns whose name holds it.
 */
export function drawnColumns(
  columns: readonly Column[],
  roles: Roles,
  part: number,
  search = '',
): DrawnColumns {
  if (columns.length <= DRAWN) return { columns: [...columns], parts: 1 }
  const wanted = search.trim().toLowerCase()
  const used = columns.filter(({ index }) => (roles[index] ?? null) !== null)
  const ranked = used.toSorted((a, b) => rankOf(roles[a.index]) - rankOf(roles[b.index]))
  const drawn = new Set(ranked.slice(0, DRAWN - OTHERS))
  const others = columns.filter(
    (column) => !drawn.has(column) && (wanted === '' || column.name.toLowerCase().includes(wanted)),
  )
  const room = DRAWN - drawn.size
  const parts = Math.max(1, Math.ceil(others.length / room))
  const from = Math.min(part, parts - 1) * room
  for (const column of others.slice(from, from + room)) drawn.add(column)
  return { columns: columns.filter((column) => drawn.has(column)), parts }
}

/** Groups there can be many. */
function rankOf(role: Roles[number] | undefined): number {
  if (role === 'text' || role === 'title') return 0
  return role === 'group' ? 2 : 1
}
