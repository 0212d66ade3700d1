import type { Model } from '../../../inference/facade/model.ts'
import { Note } from '../../../ui/Note.tsx'
import { useBatchStore } from '../batchStore.ts'
import { modelInUse, useOtherModel } from './answeredBy.ts'

/** Says whose answers these are once another model is in use. */
export function OtherModelNote({ model }: { model: Model }) {
  const other = useOtherModel(model)
  const answers = useBatchStore(({ summary }) => summary?.classified ?? 0)
  if (other === null || answers === 0) return null
  return (
    <Note>
      {`These answers are from ${other.name}. ${modelInUse(model)?.name ?? 'Another model'} is in use now; Classify reads all rows again with it.`}
    </Note>
  )
}
