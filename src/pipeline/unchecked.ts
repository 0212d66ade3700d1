import type { CheckedClassifier } from '../domain/classifier.ts'
import type { BatchProgress, BatchRows, BatchTable } from './batchTable.ts'

/** Rows that were recorded since the engine was last known to be sound. It outlives a run that is stopped. */
export interface Unchecked {
  readonly size: number
  add(rows: BatchRows): void
  /** Hands over the rows, and holds none. */
  take(): BatchRows
  /** What was taken was not checked. */
  putBack(rows: BatchRows): void
}

export function createUnchecked(): Unchecked {
  let generation = 0
  let rows: number[] = []
  return {
    get size() {
      return rows.length
    },
    add(more) {
      // Answers of another column, or another file, are gone; there is nothing left to check.
      if (more.generation !== generation) rows = []
      generation = more.generation
      rows.push(...more.rows)
    },
    take() {
      const taken = { generation, rows: Uint32Array.from(rows) }
      rows = []
      return taken
    },
    putBack(taken) {
      if (taken.generation === generation) rows.push(...taken.rows)
    },
  }
}

/** So many rows wait again, and the progress after that. */
export interface TakenBack {
  forgotten: number
  progress: BatchProgress
}

export interface CheckOptions {
  table: BatchTable
  classifier: Pick<CheckedClassifier, 'recheck'>
  unchecked: Unchecked
  onTakenBack: (rows: TakenBack) => void
}

/**
 * Checks the engine and confirms what it answered since the last check, or, when it was wrong, takes that back. Resolves to whether it
 * was sound; without an answer to check it is not asked. Rejects as `recheck` does; the rows then stay unchecked.
 */
export async function checkAnswers(options: CheckOptions): Promise<boolean> {
  const { table, classifier, unchecked, onTakenBack } = options
  if (unchecked.size === 0) return true
  const rows = unchecked.take()
  try {
    if (await classifier.recheck()) {
      await table.confirm(rows)
      return true
    }
    onTakenBack(await table.forget(rows))
    return false
  } catch (error) {
    unchecked.putBack(rows)
    throw error
  }
}
