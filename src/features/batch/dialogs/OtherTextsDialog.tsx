import { KeepAnswersDialog } from './KeepAnswersDialog.tsx'

interface Props {
  open: boolean
  /** Answers that no download holds. */
  answers: number
  onRead: () => void
  onKeep: () => void
}

/** Asked before other texts are read than those whose answers were not downloaded. */
export function OtherTextsDialog({ onRead, ...rest }: Props) {
  return (
    <KeepAnswersDialog
      {...rest}
      title="Read another column?"
      because="Reading other texts forgets them."
      keep="Keep these answers"
      forget="Forget them and read the other column"
      onForget={onRead}
    />
  )
}
