import type { TextLogits } from '../domain/decide.ts'
import type { BatchProgress, BatchTable } from '../pipeline/batchTable.ts'

/** Texts of an open file in memory, as the conveyor sees them; `null` is a row without text. */
export interface FakeBatchTable extends BatchTable {
  /** By row: what was recorded. */
  answers: Map<number, TextLogits>
  unreadable: Set<number>
  confirmed: Set<number>
  /** How often a row was handed out. */
  handedOut: Map<number, number>
}

export function fakeBatchTable(texts: readonly (string | null)[]): FakeBatchTable {
  const answers = new Map<number, TextLogits>()
  const unreadable = new Set<number>()
  const confirmed = new Set<number>()
  const handedOut = new Map<number, number>()
  const total = texts.filter((text) => text !== null).length
  const progress = (): BatchProgress => ({ done: answers.size + unreadable.size, total })
  return {
    answers,
    unreadable,
    confirmed,
    handedOut,
    pending: ({ from, limit }, { signal }) => {
      if (signal.aborted) return Promise.reject(new DOMException('stopped', 'AbortError'))
      const waiting = texts
        .map((_, row) => row)
        .filter((row) => row >= from && texts[row] !== null && !answers.has(row) && !unreadable.has(row))
      const rows = waiting.slice(0, limit)
      for (const row of rows) handedOut.set(row, (handedOut.get(row) ?? 0) + 1)
      return Promise.resolve({
        generation: 1,
        rows: Uint32Array.from(rows),
        texts: rows.map((row) => texts[row] ?? ''),
        next: waiting[limit] ?? null,
        progress: progress(),
      })
    },
    record: ({ rows, answers: given }) => {
      for (const [index, row] of rows.entries()) {
        const answer = given[index]
        if (answer === undefined) continue
        answers.set(row, answer)
        confirmed.delete(row)
      }
      return Promise.resolve(progress())
    },
    markUnreadable: ({ rows }) => {
      for (const row of rows) unreadable.add(row)
      return Promise.resolve(progress())
    },
    confirm: ({ rows }) => {
      for (const row of rows) if (answers.has(row)) confirmed.add(row)
      return Promise.resolve(null)
    },
    forget: ({ rows }) => {
      const taken = [...rows].filter((row) => confirmed.has(row))
      if (taken.length > 0) return Promise.reject(new Error(`confirmed rows are taken back: ${taken.join()}`))
      const before = progress().done
      for (const row of rows) {
        answers.delete(row)
        unreadable.delete(row)
      }
      return Promise.resolve({ forgotten: before - progress().done, progress: progress() })
    },
  }
}
