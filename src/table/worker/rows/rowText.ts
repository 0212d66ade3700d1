import { clean, type Cleaned } from '../../../domain/clean.ts'
import type { RowSource } from './rowSource.ts'

/** Where a row's text stands: in one column, and in those above it, such as a title. */
export interface TextColumns {
  column: number
  above: readonly number[]
}

/** What is read of a row: what stands above first, each on lines of its own; cells without anything are passed over. */
export function rowText(cells: readonly string[], { column, above }: TextColumns): Cleaned {
  const own = cells[column] ?? ''
  if (above.length === 0) return clean(own)
  const titles = above.map((title) => cells[title] ?? '').filter((title) => title.trim() !== '')
  return clean([...titles, own].join('\n'))
}

/** Cleaned texts of some rows, in their order. */
export async function readTexts(
  rows: RowSource,
  columns: TextColumns,
  wanted: Uint32Array,
): Promise<string[]> {
  const records = await rows.read(wanted)
  return records.map((cells) => rowText(cells, columns).text)
}
