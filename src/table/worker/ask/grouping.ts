import type { Breakdown } from '../../../domain/summary.ts'
import type { DateFormat } from '../../../domain/dateFormats.ts'
import { isoDay, mondayOf, parseDay, type Day } from '../rows/dates.ts'
import { everyRow, type RowSource } from '../rows/rowSource.ts'
import { compareVersions, isVersion } from '../../../domain/versions.ts'

/** Which group of a column each row belongs to. Rows whose cell is empty, or no date, are the group `''`. */
export interface Grouping {
  by: Breakdown['by']
  dateFormat: DateFormat | null
  /** Dates as `2026-11-21`, a week by its Monday, `2026-11`, `2026`. Ascending where they have an order. */
  values: string[]
  ordered: boolean
  /** Index in `values` per row. */
  ids: Uint32Array
}

const MOST_DATE_GROUPS = 40

/** Reads the column once. `dateFormat` null: a group per distinct value. Rejects with the signal's reason. */
export async function groupBy(
  rows: RowSource,
  column: number,
  dateFormat: DateFormat | null,
  signal?: AbortSignal,
): Promise<Grouping> {
  const ids = new Uint32Array(rows.length)
  const known = new Map<string, number>()
  for await (const block of rows.blocks(everyRow(rows.length), signal)) {
    for (const [index, row] of block.rows.entries()) {
      const value = groupValue(block.records[index]?.[column] ?? '', dateFormat)
      let id = known.get(value)
      if (id === undefined) known.set(value, (id = known.size))
      ids[row] = id
    }
  }
  return dateFormat === null ? byValue([...known.keys()], ids) : byDate([...known.keys()], ids, dateFormat)
}

function groupValue(cell: string, dateFormat: DateFormat | null): string {
  const value = cell.trim()
  if (dateFormat === null) return value
  const day = parseDay(value, dateFormat)
  return day === null ? '' : String(day)
}

function byValue(values: string[], ids: Uint32Array): Grouping {
  const ordered = values.every((value) => value === '' || isVersion(value))
  return { by: 'value', dateFormat: null, ordered, ...sorted(values, ids, compareVersions, (value) => value) }
}

/** The finest unit that does not give too many groups. */
function byDate(days: string[], ids: Uint32Array, dateFormat: DateFormat): Grouping {
  const units = ['day', 'week', 'month', 'year'] as const
  const fits = (unit: (typeof units)[number]): boolean =>
    new Set(days.map((day) => period(day, unit))).size <= MOST_DATE_GROUPS
  const by = units.find(fits) ?? 'year'
  const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
  return { by, dateFormat, ordered: true, ...sorted(days, ids, byText, (day) => period(day, by)) }
}

function period(value: string, unit: 'day' | 'week' | 'month' | 'year'): string {
  if (value === '') return ''
  const day: Day = Number(value)
  if (unit === 'week') return isoDay(mondayOf(day))
  return isoDay(day).slice(0, { day: 10, month: 7, year: 4 }[unit])
}

/** Gives equal names one id, in order; the group of empty cells comes last. */
function sorted(
  values: string[],
  ids: Uint32Array,
  compare: (a: string, b: string) => number,
  name: (value: string) => string,
): { values: string[]; ids: Uint32Array } {
  const names = values.map(name)
  const distinct = [...new Set(names)].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b))
  const position = new Map(distinct.map((value, index) => [value, index]))
  const renumbered = names.map((value) => position.get(value) ?? 0)
  return { values: distinct, ids: ids.map((id) => renumbered[id] ?? 0) }
}
