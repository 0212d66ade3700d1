import { useStore } from 'zustand'
import { Note } from '../../../ui/Note.tsx'
import { modelInUse } from '../../../workbench/run/answeredBy.ts'
import type { Workbench } from '../../../workbench/workbench.ts'

/** Says whose answers these are once another model is in use. */
export function OtherModelNote({ workbench }: { workbench: Workbench }) {
  const other = useStore(workbench.otherModel)
  const answers = useStore(workbench.results, ({ summary }) => summary?.classified ?? 0)
  if (other === null || answers === 0) return null
  return (
    <Note>
      {`These answers are from ${other.name}. ${modelInUse(workbench.model)?.name ?? 'Another model'} is in use now; Classify reads all rows again with it.`}
    </Note>
  )
}
