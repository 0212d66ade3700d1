import { UndertoneError } from '../domain/errors.ts'
import { importAgain } from '../lib/importAgain.ts'
import type { TableClient } from '../table/client.ts'

/**
 * The Batch view with its charts: most of the page's bytes, fetched when the model no longer needs the line.
 * Fails with `view-missing`, and asks the host again the next time.
 */
export async function importBatchView() {
  try {
    return await importAgain(() => import('../features/batch/BatchView.tsx'))
  } catch (thrown) {
    throw new UndertoneError('view-missing', String(thrown), { cause: thrown })
  }
}

/** Fetches and starts what a file needs, so that Batch opens at once and works when the network is gone by then. */
export function preloadBatch(table: TableClient): void {
  // Tried again when the view is opened, where a failure is shown.
  importBatchView().catch(() => undefined)
  table.start()
}
