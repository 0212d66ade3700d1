import { screen, within } from '@testing-library/react'
import { vi } from 'vitest'
import { reviewRows } from './reviewFile.ts'
import { classifiedBatch, type ShownBatch } from './showBatch.tsx'

/** A classified file of 250 rows: three pages, a third of them of each sentiment. */
export function classifiedPages(): Promise<ShownBatch> {
  return classifiedBatch({ rows: reviewRows(250) })
}

/** The last question for rows. */
export function spyQuery({ table }: ShownBatch) {
  const slice = vi.spyOn(table, 'slice')
  return () => slice.mock.lastCall?.[0]
}

/** A cell of each row of the list. */
export function column(name: string): (string | null)[] {
  const table = within(screen.getByRole('table', { name: 'Results' }))
  const position = table.getAllByRole('columnheader').findIndex((header) => header.textContent === name)
  return table
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[position]?.textContent ?? null)
}
