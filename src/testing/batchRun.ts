import { expect } from 'vitest'
import type { BatchClassifier } from '../domain/classifier.ts'
import type { BatchProgress } from '../pipeline/batchTable.ts'
import { runBatch, type BatchOptions } from '../pipeline/runBatch.ts'
import { createUnchecked } from '../pipeline/unchecked.ts'
import type { FakeBatchTable } from './fakeBatchTable.ts'
import { fakeClassifier, type FakeClassifier, type FakeClassifierOptions } from './fakeClassifier.ts'
import { fakeLogits } from './fakeEngine.ts'

/** Texts per call unless a test says otherwise. */
export const CHUNK = 32

export type Given = Partial<BatchOptions> & Partial<Pick<BatchClassifier, 'appetite' | 'recheck'>>

export interface FakeRun {
  classifier: FakeClassifier
  progress: BatchProgress[]
  /** Rows of each failed check. */
  takenBack: number[]
  done: Promise<void>
}

/** Runs the table through a fake model; gives what it did. */
export function runFake(
  table: FakeBatchTable,
  options: FakeClassifierOptions = {},
  given: Given = {},
): FakeRun {
  const {
    appetite = () => ({ texts: CHUNK, calls: 4 }),
    recheck = () => Promise.resolve(true),
    ...more
  } = given
  const classifier = Object.assign(fakeClassifier(options), { appetite, recheck })
  const progress: BatchProgress[] = []
  const takenBack: number[] = []
  const done = runBatch({
    table,
    classifier,
    unchecked: createUnchecked(),
    signal: new AbortController().signal,
    onProgress: (step) => progress.push(step),
    onTakenBack: ({ forgotten }) => takenBack.push(forgotten),
    ...more,
  })
  return { classifier, progress, takenBack, done }
}

/** Every row with text has its own answer, but for those set aside. */
export function expectAllAnswered(table: FakeBatchTable, texts: readonly (string | null)[]): void {
  const rows = texts.map((_, row) => row).filter((row) => texts[row] !== null && !table.unreadable.has(row))
  expect([...table.answers.keys()].toSorted((a, b) => a - b)).toEqual(rows)
  for (const row of rows) expect(table.answers.get(row)).toEqual(fakeLogits(texts[row] ?? ''))
}
