import { namesEnglish } from '../../../domain/languageNames.ts'
import { Recent } from '../../../lib/recent.ts'
import type { ColumnValues } from './columnValues.ts'
import { Growing } from './growing.ts'
import type { RowGatherer } from './rowGatherer.ts'

/** By row: 1 where a column names another language than English. */
export type DeclaredOther = Uint8Array

/** A column of languages has few different values, and each is asked about once. */
export function declaredGatherer(column: number): RowGatherer<DeclaredOther> {
  const known = new Recent<string, boolean>(256)
  const declared = new Growing((length) => new Uint8Array(length))
  return {
    add(cells) {
      const cell = (cells[column] ?? '').trim()
      const isOther = known.get(cell) ?? namesEnglish(cell) === false
      if (cell.length < 100) known.set(cell, isOther)
      declared.push(Number(isOther))
    },
    finish: () => declared.view(0, declared.length).slice(),
  }
}

/** The same from values that are known. */
export function declaredOther({ values, ids }: ColumnValues): DeclaredOther {
  const others = values.map((value) => Number(namesEnglish(value) === false))
  return Uint8Array.from(ids, (id) => others[id] ?? 0)
}
