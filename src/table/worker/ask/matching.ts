import type { Query } from '../../../domain/query.ts'
import { LABELS } from '../../../domain/labels.ts'
import { byConfidence } from './confidenceOrder.ts'
import type { AskedTable } from './askedTable.ts'
import { grouping } from './grouping.ts'
import { everyRow } from '../rows/rowSource.ts'
import { search } from './search.ts'
import { CORRECTED, NOT_SURE } from './summarise.ts'
import type { TextRows } from '../answers/textRows.ts'

/**
 * Rows that a query asks for, in its order. `not_classified` are all rows without an answer, for whatever reason.
 * Search and grouping read the file the first time; both stop with the signal's reason.
 */
export async function matchingRows(
  table: AskedTable,
  query: Query,
  signal?: AbortSignal,
): Promise<Uint32Array> {
  const { text, rows } = table
  const term = query.search.trim()
  const found = term !== '' && text ? await search(rows, text, term, signal) : null
  const group = query.group && { ...query.group, ...(await grouping(table, query.group.column, signal)) }
  const key = JSON.stringify([query, text?.answers.version])
  const known = text?.matches.get(key)
  if (known) return known

  const inFilter = filterOf(query, text)
  const groupId = group?.values.indexOf(group.value)
  const matching = everyRow(rows.length).filter(
    (row) =>
      inFilter(row) && (term === '' || found?.[row] === 1) && (group === null || group.ids[row] === groupId),
  )
  const sorted = text && query.order !== 'file' ? byConfidence(matching, text.answers, query.order) : matching
  text?.matches.set(key, sorted)
  return sorted
}

function filterOf({ filter, includeUnfit }: Query, text: TextRows | null): (row: number) => boolean {
  if (filter === 'all') return () => true
  if (!text) return () => filter === 'not_classified'
  const { answers } = text
  if (filter === 'not_classified') return (row) => !answers.has(row)
  if (filter === 'no_text') return (row) => !text.hasText(row)
  if (filter === 'unfit') return (row) => answers.has(row) && text.unfit(row) !== null
  const flagged = (bit: number) => (row: number) => ((answers.flagBits[row] ?? 0) & bit) !== 0
  if (filter === 'corrected') return flagged(CORRECTED)
  const counts = (row: number): boolean => includeUnfit || text.unfit(row) === null
  const unsure = flagged(NOT_SURE)
  if (filter === 'not_sure') return (row) => unsure(row) && counts(row)
  const label = LABELS.indexOf(filter)
  return (row) => answers.labels[row] === label && counts(row)
}
