import { useDeferredValue } from 'react'
import { Account } from './account/Account.tsx'
import { listNotClassified } from './account/listNotClassified.ts'
import { saveSkipped } from './account/saveSkipped.ts'
import { SkippedNote } from './account/SkippedNote.tsx'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type OpenFile } from './batchStore.ts'
import { Confirm } from './confirm/Confirm.tsx'
import { DateNote } from './confirm/DateNote.tsx'
import { BatchResults } from './results/BatchResults.tsx'
import { RunHead } from './run/RunHead.tsx'

interface Props {
  services: BatchServices
  file: OpenFile
  onFiles: (files: File[]) => void
}

/** An open file: before a run how it will be read, from the first answer on its results. */
export function OpenBatch({ services, file, onFiles }: Props) {
  // Deferred: drawing all results for the first time is cut into short tasks while the run goes on.
  const anyAnswer = useDeferredValue(useBatchStore(({ summary }) => (summary?.classified ?? 0) > 0))
  const summary = useBatchStore((state) => state.summary)
  const { table, pending } = file
  return (
    <>
      <RunHead services={services} file={file} onFiles={onFiles} />
      {summary !== null && pending === null && !anyAnswer && (
        <Account
          summary={summary}
          severalFiles={table.files.length > 1}
          onList={(page) => listNotClassified(services, page)}
        />
      )}
      {pending === null && (
        <SkippedNote
          skipped={table.skipped}
          count={table.skippedCount}
          onSave={() => void saveSkipped(services)}
        />
      )}
      {anyAnswer ? (
        <>
          <DateNote services={services} file={file} />
          <BatchResults services={services} file={file} />
        </>
      ) : (
        <Confirm services={services} file={file} />
      )}
    </>
  )
}
