import { readOnce } from '../lib/readOnce.ts'
import type { Workbench } from '../workbench/workbench.ts'

/** The page's one workbench, which is fetched when somebody needs it. */
export interface WorkbenchOnDemand {
  /** Fetches it the first time, and again after a failure; everyone gets the same one. */
  load(): Promise<Workbench>
  /** Opens files as soon as it is there, once. When it cannot be fetched they wait until it can. */
  offerFiles(files: readonly File[]): void
}

export function workbenchOnDemand(make: () => Promise<Workbench>): WorkbenchOnDemand {
  let waiting: readonly File[] | null = null
  const get = readOnce(make)

  async function load(): Promise<Workbench> {
    const workbench = await get()
    const files = waiting
    waiting = null
    if (files !== null) void workbench.opener.offerFiles(files)
    return workbench
  }

  return {
    load,
    offerFiles(files) {
      waiting = files
      // The view that is opened for them tells why it cannot be.
      load().catch(() => undefined)
    },
  }
}
