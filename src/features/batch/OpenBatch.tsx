import { useDeferredValue } from 'react'
import { useStore } from 'zustand'
import type { OpenFile } from '../../workbench/state/fileState.ts'
import type { Workbench } from '../../workbench/workbench.ts'
import { Account } from './account/Account.tsx'
import { saveSkipped } from './account/saveSkipped.ts'
import { SkippedNote } from './account/SkippedNote.tsx'
import { Confirm } from './confirm/Confirm.tsx'
import { DateNote } from './confirm/DateNote.tsx'
import { BatchResults } from './results/BatchResults.tsx'
import { RunHead } from './run/RunHead.tsx'

interface Props {
  workbench: Workbench
  file: OpenFile
  onFiles: (files: File[]) => void
}

/** An open file: before a run how it will be read, from the first answer on its results. */
export function OpenBatch({ workbench, file, onFiles }: Props) {
  const { results, questions } = workbench
  // Deferred: drawing all results for the first time is cut into short tasks while the run goes on.
  const anyAnswer = useDeferredValue(useStore(results, ({ summary }) => (summary?.classified ?? 0) > 0))
  const summary = useStore(results, (state) => state.summary)
  const { table, pending } = file
  const names = table.files.map(({ name }) => name)
  return (
    <>
      <RunHead workbench={workbench} file={file} onFiles={onFiles} />
      {summary !== null && pending === null && !anyAnswer && (
        <Account
          summary={summary}
          severalFiles={table.files.length > 1}
          onList={questions.listNotClassified}
        />
      )}
      {pending === null && (
        <SkippedNote
          skipped={table.skipped}
          count={table.skippedCount}
          onSave={() => void saveSkipped(workbench, names)}
        />
      )}
      {anyAnswer ? (
        <>
          <DateNote columns={workbench.columns} file={file} />
          <BatchResults workbench={workbench} file={file} />
        </>
      ) : (
        <Confirm workbench={workbench} file={file} />
      )}
    </>
  )
}
