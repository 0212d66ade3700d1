import type { DateFormat } from '../../../domain/dateFormats.ts'
import type { AskedTable } from './askedTable.ts'
import { groupingOf, type Grouping } from './grouping.ts'

/** The groups of a column, its dates read as chosen. Rejects with the signal's reason. */
export async function grouping(table: AskedTable, column: number, signal?: AbortSignal): Promise<Grouping> {
  const dateFormat = dateFormatOf(table, column)
  const key = `${column} ${dateFormat}`
  const known = table.groupings.get(key)
  if (known) return known
  const made = groupingOf(await table.readings.values(column, dateFormat, signal), dateFormat)
  table.groupings.set(key, made)
  // A person may have said meanwhile how its dates are to be read.
  return dateFormatOf(table, column) === dateFormat ? made : grouping(table, column, signal)
}

/** Null where the column's values are taken as they are. */
export function dateFormatOf({ opened, dateFormats }: AskedTable, column: number): DateFormat | null {
  return opened.columns[column]?.kind === 'date' ? (dateFormats[column] ?? null) : null
}
