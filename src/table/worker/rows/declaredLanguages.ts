import { namesEnglish } from '../../../domain/languageNames.ts'
import type { ColumnValues } from './columnValues.ts'

/** By row: 1 where a column names another language than English. */
export type DeclaredOther = Uint8Array

export function declaredOther({ values, ids }: ColumnValues): DeclaredOther {
  const others = values.map((value) => Number(namesEnglish(value) === false))
  return Uint8Array.from(ids, (id) => others[id] ?? 0)
}
