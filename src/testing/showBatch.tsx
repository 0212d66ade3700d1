import { act, render, screen } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import BatchView from '../features/batch/BatchView.tsx'
import type { TableClient } from '../table/client.ts'
import { createFileMemory, type FileMemory } from '../table/fileMemory.ts'
import { announcements } from '../ui/announcer.ts'
import { createWorkbench, type Workbench } from '../workbench/workbench.ts'
import { fakeBatchModel, type FakeBatchModel } from './fakeBatchModel.ts'
import { mapNotebook } from './fakeDevice.ts'
import { reviewFile, type ReviewCells } from './reviewFile.ts'
import { reviewTable } from './reviewTable.ts'

export interface ShownBatch {
  table: TableClient
  model: FakeBatchModel
  workbench: Workbench
  user: UserEvent
  /** Everything said to screen readers, in order. */
  said: string[]
  /** Drops files on the page. */
  drop: (files: readonly File[]) => void
}

const stopListening: (() => void)[] = []
const shown: Workbench[] = []

/** What the workbench works with; whatever is left out is its own, and empty. */
interface Given {
  table?: TableClient
  memory?: FileMemory
}

/** What is opened: `files`, or `march.csv` with `rows`, or with three. */
interface Opening extends Given {
  rows?: readonly ReviewCells[]
  files?: File[]
}

/** The Batch view before any file. End every test that uses it with `endBatch`. */
export function showBatch({
  table = reviewTable(),
  memory = createFileMemory(mapNotebook(new Map())),
}: Given = {}): ShownBatch {
  const model = fakeBatchModel()
  const workbench = createWorkbench({ table, model, memory })
  shown.push(workbench)
  const said: string[] = []
  stopListening.push(announcements.subscribe(({ text }) => said.push(text)))
  render(<BatchView workbench={workbench} />)
  return {
    table,
    model,
    workbench,
    said,
    user: userEvent.setup(),
    drop: (files) => void workbench.opener.offerFiles(files),
  }
}

/** A file is open, its preview is shown and the run is estimated. */
export async function openBatch({ rows, files, ...given }: Opening = {}): Promise<ShownBatch> {
  const batch = showBatch(given)
  await batch.user.upload(screen.getByLabelText('Reviews file'), files ?? reviewFile('march.csv', rows))
  await screen.findByText(/on this device, measured/)
  return batch
}

/** A file is open and every row is classified. */
export async function classifiedBatch(opening?: Opening): Promise<ShownBatch> {
  const batch = await openBatch(opening)
  await batch.user.click(screen.getByRole('button', { name: 'Classify' }))
  await screen.findByText(/^Done in/)
  await screen.findByRole('table', { name: 'Results', busy: false })
  return batch
}

/** Ends what runs, so that nothing of it reaches the next test. */
export function endBatch(): void {
  for (const stop of stopListening.splice(0)) stop()
  act(() => {
    for (const { batchRun } of shown.splice(0)) batchRun.stop()
  })
}
