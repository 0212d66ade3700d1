import type { Column } from '../../table/protocol.ts'
import type { Roles } from './roles.ts'

/** More columns than this are drawn in parts: fifty rows of a thousand columns take a browser seconds. */
export const DRAWN = 30

export interface DrawnColumns {
  /** In the order of the file: those with a role, and a part of the others. */
  columns: Column[]
  /** How many parts there are, at least 1. */
  parts: number
}

/** The columns to draw. `part` counts from 0; with `search`, the others are those whose name holds it. */
export function drawnColumns(
  columns: readonly Column[],
  roles: Roles,
  part: number,
  search = '',
): DrawnColumns {
  if (columns.length <= DRAWN) return { columns: [...columns], parts: 1 }
  const wanted = search.trim().toLowerCase()
  const withRole = columns.filter(({ index }) => (roles[index] ?? null) !== null).slice(0, DRAWN)
  const drawn = new Set(withRole)
  const others = columns.filter(
    (column) => !drawn.has(column) && (wanted === '' || column.name.toLowerCase().includes(wanted)),
  )
  const room = Math.max(5, DRAWN - withRole.length)
  const parts = Math.max(1, Math.ceil(others.length / room))
  const from = Math.min(part, parts - 1) * room
  for (const column of others.slice(from, from + room)) drawn.add(column)
  return { columns: columns.filter((column) => drawn.has(column)), parts }
}
