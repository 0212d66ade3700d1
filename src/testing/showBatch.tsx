import { act, render, screen } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { resetBatch } from '../features/batch/batchStore.ts'
import BatchView from '../features/batch/BatchView.tsx'
import { stopBatch } from '../features/batch/run/startBatch.ts'
import { createInbox } from '../lib/inbox.ts'
import type { TableClient } from '../table/client.ts'
import { createFileMemory, type FileMemory } from '../table/fileMemory.ts'
import { announcements } from '../ui/announcer.ts'
import { fakeBatchModel, type FakeBatchModel } from './fakeBatchModel.ts'
import { mapNotebook } from './fakeDevice.ts'
import { fakeTable } from './fakeTable.ts'

export interface ShownBatch {
  table: TableClient
  model: FakeBatchModel
  user: UserEvent
  /** Everything said to screen readers, in order. */
  said: string[]
  /** Drops files on the page. */
  drop: (files: readonly File[]) => void
}

const stopListening: (() => void)[] = []

export function csvFile(name = 'march.csv'): File {
  return new File(['fake'], name, { type: 'text/csv' })
}

/** The Batch view before any file. End every test that uses it with `endBatch`. */
export function showBatch(
  table: TableClient = fakeTable(),
  memory: FileMemory = createFileMemory(mapNotebook(new Map())),
): ShownBatch {
  const model = fakeBatchModel()
  const services = { table, model, memory }
  const said: string[] = []
  stopListening.push(announcements.subscribe(({ text }) => said.push(text)))
  const incoming = createInbox<readonly File[]>()
  render(<BatchView services={services} incoming={incoming} />)
  return {
    table,
    model,
    said,
    user: userEvent.setup(),
    drop: (files) => act(() => incoming.put(files)),
  }
}

/** A file is open, its preview is shown and the run is estimated. */
export async function openBatch(table?: TableClient, memory?: FileMemory): Promise<ShownBatch> {
  const batch = showBatch(table, memory)
  await batch.user.upload(screen.getByLabelText('Reviews file'), csvFile())
  await screen.findByText(/on this device, measured/)
  return batch
}

/** A file is open and every row is classified. */
export async function classifiedBatch(table?: TableClient): Promise<ShownBatch> {
  const batch = await openBatch(table)
  await batch.user.click(screen.getByRole('button', { name: 'Classify' }))
  await screen.findByText(/^Done in/)
  await screen.findByRole('table', { name: 'Results', busy: false })
  return batch
}

/** Ends a run and forgets the file, so that the next test starts at the beginning. */
export function endBatch(): void {
  for (const stop of stopListening.splice(0)) stop()
  act(() => {
    stopBatch()
    resetBatch()
  })
}
