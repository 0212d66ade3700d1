import { everyRow, type RowSource } from './rowSource.ts'

/** Learns something of every row: of all of them, in file order, each once. */
export interface RowGatherer<Learned> {
  add(cells: readonly string[]): void
  finish(): Learned
}

/** One pass over all rows. Rejects with the signal's reason. */
export async function gatherRows<Learned>(
  rows: RowSource,
  gatherer: RowGatherer<Learned>,
  signal?: AbortSignal,
): Promise<Learned> {
  for await (const { records } of rows.blocks(everyRow(rows.length), signal)) {
    for (const cells of records) gatherer.add(cells)
  }
  return gatherer.finish()
}
