import type { Model } from '../../../inference/facade/model.ts'
import { KeepAnswersDialog } from '../KeepAnswersDialog.tsx'
import { useOtherModel } from './answeredBy.ts'

interface Props {
  open: boolean
  model: Model
  /** Answers that no download holds. */
  answers: number
  onForget: () => void
  onKeep: () => void
}

/** Asked before the answers of one model, not downloaded yet, give way to another's. */
export function OtherModelDialog({ model, ...rest }: Props) {
  const other = useOtherModel(model)
  return (
    <KeepAnswersDialog
      {...rest}
      title="Classify again with another model?"
      by={`by ${other?.name ?? 'another model'}`}
      because="Answers of two models are never mixed, so classifying again forgets them."
      keep="Keep these answers"
      forget="Forget them and classify"
    />
  )
}
