import { lazy, Suspense, useState } from 'react'
import { importBatchView } from './fetchBatchView.ts'
import type { WorkbenchOnDemand } from './workbenchOnDemand.ts'

/** The Batch view, fetched. React keeps the outcome of a fetch for good, so each mount asks with one of its own. */
export function BatchPart({ workbench }: { workbench: WorkbenchOnDemand }) {
  const [View] = useState(() =>
    lazy(async () => {
      const [{ default: BatchView }, loaded] = await Promise.all([importBatchView(), workbench.load()])
      return { default: () => <BatchView workbench={loaded} /> }
    }),
  )
  return (
    <Suspense fallback={null}>
      <View />
    </Suspense>
  )
}
