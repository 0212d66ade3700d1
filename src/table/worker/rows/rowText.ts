import { clean, type Cleaned } from '../../../domain/clean.ts'

/** Where a row's text stands: in one column, and in those above it, such as a title. */
export interface TextColumns {
  column: number
  above: readonly number[]
}

/** What is read of a row: what stands above first, each on lines of its own; cells without anything are passed over. */
export function rowText(cells: readonly string[], { column, above }: TextColumns): Cleaned {
  const titles = above.map((title) => cells[title] ?? '').filter((title) => title.trim() !== '')
  return clean([...titles, cells[column] ?? ''].join('\n'))
}
