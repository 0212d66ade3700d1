import { useDeferredValue } from 'react'
import { Account } from './Account.tsx'
import type { BatchServices } from './batchServices.ts'
import { useBatchStore, type OpenFile } from './batchStore.ts'
import { BatchResults } from './BatchResults.tsx'
import { Confirm } from './Confirm.tsx'
import { DateNote } from './DateNote.tsx'
import { listNotClassified } from './listNotClassified.ts'
import { RunHead } from './RunHead.tsx'
import { saveSkipped } from './saveSkipped.ts'
import { SkippedNote } from './SkippedNote.tsx'

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
      {summary !== null && pending === null && (
        <Account
          summary={summary}
          severalFiles={table.files.length > 1}
          withWords={!anyAnswer}
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
