import type { Condition } from '../../../domain/query.ts'
import { parseDay } from '../rows/dates.ts'
import type { AskedTable } from './askedTable.ts'
import { emptyBitmap, fillBits, type Bitmap } from './bitmap.ts'
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
  const { isWanted, ids } = await wantedValues(table, condition, signal)
  const bitmap = emptyBitmap(table.rows.length)
  fillBits(bitmap, 0, table.rows.length, (row) => isWanted[ids[row] ?? 0] === true)
  // Unless a person has said meanwhile how its dates are to be read.
  if (dateFormatOf(table, condition.column) !== dateFormat) return columnBitmap(table, condition, signal)
  table.bitmaps.set(key, { bitmap, version: 0 })
  return bitmap
}

/** Whether each different value of the column is wanted, and which value each row has. */
async function wantedValues(
  table: AskedTable,
  condition: ColumnCondition,
  signal?: AbortSignal,
): Promise<{ isWanted: boolean[]; ids: ArrayLike<number> }> {
  if (condition.kind === 'group') {
    const { values, ids } = await grouping(table, condition.column, signal)
    return { isWanted: values.map((value) => value === condition.value), ids }
  }
  const dateFormat = condition.kind === 'days' ? dateFormatOf(table, condition.column) : null
  const { values, ids } = await table.readings.values(condition.column, dateFormat, signal)
  if (condition.kind === 'stars') {
    const { least, most } = condition
    return { isWanted: values.map((value) => value !== '' && isWithin(Number(value), least, most)), ids }
  }
  // A column that is not read as dates has no days.
  if (dateFormat === null) return { isWanted: [], ids }
  const from = condition.from === null ? -Infinity : dayOf(condition.from)
  const to = condition.to === null ? Infinity : dayOf(condition.to)
  return { isWanted: values.map((value) => value !== '' && isWithin(Number(value), from, to)), ids }
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

/** Throws `RangeError` for what is no day. */
function dayOf(day: string): number {
  const parsed = parseDay(day, 'yyyy-MM-dd')
  if (parsed === null) throw new RangeError(`${day} is no day`)
  return parsed
}
