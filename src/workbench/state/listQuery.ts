import type { Label } from '../../domain/labels.ts'
import type { Condition, Query, RowOrder } from '../../domain/query.ts'

/** The chips above the list: a label, other rows worth a look, or all. */
export type RowFilter = Label | 'all' | 'not_sure' | 'unfit' | 'corrected' | 'no_text' | 'not_classified'

/** What a person chose for the list: a chip, what is in the search box, the group picked in the breakdown. */
export interface ListQuery {
  filter: RowFilter
  search: string
  group: { column: number; value: string } | null
  order: RowOrder
  includeUnfit: boolean
}

export const WHOLE_LIST: ListQuery = {
  filter: 'all',
  search: '',
  group: null,
  order: 'file',
  includeUnfit: false,
}

/** As the data worker is asked. */
export function queryOf({ filter, search, group, order, includeUnfit }: ListQuery): Query {
  const phrase = search.trim()
  const conditions: Condition[] = [
    ...conditionsOf(filter),
    ...(phrase === '' ? [] : [{ kind: 'phrase' as const, phrase }]),
    ...(group === null ? [] : [{ kind: 'group' as const, ...group }]),
  ]
  return { conditions, includeUnfit, order }
}

function conditionsOf(filter: RowFilter): Condition[] {
  switch (filter) {
    case 'all':
      return []
    case 'not_classified':
      return [{ kind: 'not_classified' }]
    case 'not_sure':
    case 'unfit':
    case 'corrected':
    case 'no_text':
      return [{ kind: 'flag', flag: filter }]
    case 'negative':
    case 'neutral':
    case 'positive':
      return [{ kind: 'label', label: filter }]
  }
}
