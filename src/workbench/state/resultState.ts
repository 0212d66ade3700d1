import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Breakdown, Summary } from '../../domain/summary.ts'
import type { RowDetail, Slice } from '../../table/protocol.ts'
import { WHOLE_LIST, type ListQuery } from './listQuery.ts'

/** Rows of a page of the list. */
export const PAGE_ROWS = 100

/** What a person asks of the rows, and what the data worker said last. */
export interface ResultState {
  query: ListQuery
  /** From 0, in pages of `PAGE_ROWS`. */
  page: number
  summary: Summary | null
  slice: Slice | null
  /** Column to break down by, or null for none; `breakdown` follows when it has been counted. */
  breakdownColumn: number | null
  breakdown: Breakdown | null
  /** By the column that says when; null for a file without one, and until it has been counted. */
  overTime: Breakdown | null
  /** The row looked at last; it stays when its panel closes, since focus returns to it. */
  detail: RowDetail | null
  /** Its place in the list, from 0, where it was seen last; null when that is another list. */
  detailPlace: number | null
  detailOpen: boolean
}

const UNASKED: ResultState = {
  query: WHOLE_LIST,
  page: 0,
  summary: null,
  slice: null,
  breakdownColumn: null,
  breakdown: null,
  overTime: null,
  detail: null,
  detailPlace: null,
  detailOpen: false,
}

export interface ResultStore extends StoreApi<ResultState> {
  /** Nothing was asked yet. */
  begin(): void
  /** Other texts are read: what is drawn stays until it is counted anew, what a person looked for does not. */
  forgetList(): void
}

export function createResultStore(): ResultStore {
  const store = createStore<ResultState>(() => UNASKED)
  return {
    ...store,
    begin: () => store.setState(UNASKED, true),
    forgetList: () => store.setState({ query: WHOLE_LIST, page: 0, detail: null, detailOpen: false }),
  }
}
