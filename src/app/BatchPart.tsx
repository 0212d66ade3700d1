import { lazy, Suspense, useState, type ComponentProps } from 'react'
import type BatchView from '../features/batch/BatchView.tsx'
import { importBatchView } from './fetchBatchView.ts'

/** The Batch view, fetched. React keeps the outcome of a fetch for good, so each mount asks with one of its own. */
export function BatchPart(props: ComponentProps<typeof BatchView>) {
  const [View] = useState(() => lazy(importBatchView))
  return (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  )
}
