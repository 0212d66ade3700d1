import type { Breakdown } from '../../../domain/summary.ts'
import type { DateFormat } from '../../../domain/dateFormats.ts'
import type { ColumnValues } from '../rows/columnValues.ts'
import { isoDay, mondayOf, type Day } from '../rows/dates.ts'
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

/** The groups of a column from its values, which `dateFormat` says how to read. */
export function groupingOf({ values, ids }: ColumnValues, dateFormat: DateFormat | null): Grouping {
  return dateFormat === null ? byValue(values, ids) : byDate(values, ids, dateFormat)
}

function byValue(values: string[], ids: ColumnValues['ids']): Grouping {
  const ordered = values.every((value) => value === '' || isVersion(value))
  return { by: 'value', dateFormat: null, ordered, ...sorted(values, ids, compareVersions, (value) => value) }
}

/** The finest unit that does not give too many groups. */
function byDate(days: string[], ids: ColumnValues['ids'], dateFormat: DateFormat): Grouping {
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
  ids: ColumnValues['ids'],
  compare: (a: string, b: string) => number,
  name: (value: string) => string,
): { values: string[]; ids: Uint32Array } {
  const names = values.map(name)
  const distinct = [...new Set(names)].sort((a, b) => Number(a === '') - Number(b === '') || compare(a, b))
  const position = new Map(distinct.map((value, index) => [value, index]))
  const renumbered = names.map((value) => position.get(value) ?? 0)
  const renamed = new Uint32Array(ids.length)
  for (let row = 0; row < ids.length; row++) renamed[row] = renumbered[ids[row] ?? 0] ?? 0
  return { values: distinct, ids: renamed }
}
