import { useDeferredValue } from 'react'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type FileState } from './batchStore.ts'
import { BatchResults } from './BatchResults.tsx'
import { Preview } from './Preview.tsx'
import { RunHead } from './RunHead.tsx'
import { SkippedNote } from './SkippedNote.tsx'

interface Props {
  services: BatchServices
  file: Extract<FileState, { status: 'open' }>
  onFiles: (files: File[]) => void
}

/** An open file: before a run its preview, from the first answer on its results. */
export function OpenBatch({ services, file, onFiles }: Props) {
  // Deferred: drawing all results for the first time is cut into short tasks while the run goes on.
  const anyAnswer = useDeferredValue(useBatchStore(({ summary }) => (summary?.classified ?? 0) > 0))
  const { table, profile } = file
  return (
    <>
      <RunHead services={services} file={file} onFiles={onFiles} />
      <SkippedNote skipped={table.skipped} />
      {anyAnswer ? (
        <BatchResults services={services} table={table} textColumn={profile?.column ?? null} />
      ) : (
        <Preview table={table} textColumn={profile?.column ?? null} />
      )}
    </>
  )
}
