import { createFileStore, type FileStatus, type FileStore } from './fileState.ts'
import { createResultStore, type ResultStore } from './resultState.ts'
import { createRunStore, type RunStore } from './runState.ts'

/** The state of a workbench: its file, its run, and what was asked of its rows. */
export interface Stores {
  file: FileStore
  run: RunStore
  results: ResultStore
}

export function createStores(): Stores {
  return { file: createFileStore(), run: createRunStore(), results: createResultStore() }
}

/** Another file takes the place of the one before, of its run and of everything that was asked of it. */
export function beginFile({ file, run, results }: Stores, status: FileStatus): void {
  run.begin()
  results.begin()
  file.begin(status)
}
