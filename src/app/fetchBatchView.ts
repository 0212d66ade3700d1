import { UndertoneError } from '../domain/errors.ts'
import { importAgain } from '../lib/importAgain.ts'
import type { TableClient } from '../table/client.ts'
import type { WorkbenchOnDemand } from './workbenchOnDemand.ts'

/**
 * The Batch view with its charts: most of the page's bytes, fetched when the model no longer needs the line.
 * Fails with `view-missing`, and asks the host again the next time.
 */
export function importBatchView() {
  return viewOrMissing(() => import('../features/batch/BatchView.tsx'))
}

/** What an open file needs besides its view. Fails as `importBatchView` does. */
export function importWorkbench() {
  return viewOrMissing(() => import('../workbench/workbench.ts'))
}

/** Fetches and starts what a file needs, so that Batch opens at once and works when the network is gone by then. */
export function preloadBatch(table: TableClient, workbench: WorkbenchOnDemand): void {
  // Tried again when the view is opened, where a failure is shown.
  importBatchView().catch(() => undefined)
  workbench.load().catch(() => undefined)
  table.start()
}

async function viewOrMissing<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await importAgain(load)
  } catch (thrown) {
    throw new UndertoneError('view-missing', String(thrown), { cause: thrown })
  }
}
