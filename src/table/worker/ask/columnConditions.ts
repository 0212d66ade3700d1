import type { Condition } from '../../../domain/query.ts'
import { parseDay } from '../rows/dates.ts'
import type { AskedTable } from './askedTable.ts'
import { bitsOfValues, type Bitmap } from './bitmap.ts'
import { dateFormatOf, grouping } from './columnGroups.ts'

/** Conditions on the cells of a column. */
export type ColumnCondition = Extract<Condition, { kind: 'group' | 'days' | 'stars' }>

/** Which rows' cells are as the condition says; the column is read where nobody asked before. Rejects with the signal's reason. */
export async function columnBitmap(
  table: AskedTable,
  condition: ColumnCondition,
  signal?: AbortSignal,
): Promise<Bitmap> {
  const dateFormat = dateFormatOf(table, condition.column)
  const key = JSON.stringify([condition, dateFormat])
  const known = table.bitmaps.get(key)
  if (known) return known.bitmap
  const { values, ids } =
    condition.kind === 'group'
      ? await grouping(table, condition.column, signal)
      : await table.readings.values(condition.column, condition.kind === 'days' ? dateFormat : null, signal)
  const isWanted = valueTest(condition, dateFormat !== null)
  const bitmap = bitsOfValues(
    ids,
    Uint8Array.from(values, (value) => Number(isWanted(value))),
  )
  // Unless a person has said meanwhile how its dates are to be read.
  if (dateFormatOf(table, condition.column) !== dateFormat) return columnBitmap(table, condition, signal)
  table.bitmaps.set(key, { bitmap, version: 0 })
  return bitmap
}

/** Whether a value of the column is wanted; `isDate`: whether it is read as dates, without which it has no days. */
function valueTest(condition: ColumnCondition, isDate: boolean): (value: string) => boolean {
  if (condition.kind === 'group') return (value) => value === condition.value
  const isStars = condition.kind === 'stars'
  const least = isStars ? condition.least : dayOf(condition.from, -Infinity)
  const most = isStars ? condition.most : dayOf(condition.to, Infinity)
  return (value) => value !== '' && (isStars || isDate) && Number(value) >= least && Number(value) <= most
}

/** Throws `RangeError` for what is no day. */
function dayOf(day: string | null, unbounded: number): number {
  const parsed = day === null ? unbounded : parseDay(day, 'yyyy-MM-dd')
  if (parsed === null) throw new RangeError(`${day} is no day`)
  return parsed
}
