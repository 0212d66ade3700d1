import { KeepAnswersDialog } from './KeepAnswersDialog.tsx'

interface Props {
  open: boolean
  /** Name of the model whose answers the rows hold; null when that is the one in use. */
  answeredBy: string | null
  /** Answers that no download holds. */
  answers: number
  onForget: () => void
  onKeep: () => void
}

/** Asked before the answers of one model, not downloaded yet, give way to another's. */
export function OtherModelDialog({ answeredBy, ...rest }: Props) {
  return (
    <KeepAnswersDialog
      {...rest}
      title="Classify again with another model?"
      by={`by ${answeredBy ?? 'another model'}`}
      because="Answers of two models are never mixed, so classifying again forgets them."
      keep="Keep these answers"
      forget="Forget them and classify"
    />
  )
}
