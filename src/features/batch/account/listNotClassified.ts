import { ALL_ROWS } from '../../../domain/query.ts'
import type { Slice } from '../../../table/protocol.ts'
import type { BatchServices } from '../batchServices.ts'
import { PAGE_ROWS } from '../batchStore.ts'
import { reportProblem } from '../reportProblem.ts'

/** A page of the rows without an answer, in file order; `page` counts from 0. Null when it cannot be had, which the view tells. */
export async function listNotClassified({ table }: BatchServices, page: number): Promise<Slice | null> {
  const query = { ...ALL_ROWS, conditions: [{ kind: 'not_classified' as const }] }
  try {
    return await table.slice({ query, from: page * PAGE_ROWS, limit: PAGE_ROWS, extra: [] })
  } catch (error) {
    reportProblem(error)
    return null
  }
}
