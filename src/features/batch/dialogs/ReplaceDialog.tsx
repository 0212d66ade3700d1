import { KeepAnswersDialog } from './KeepAnswersDialog.tsx'

interface Props {
  open: boolean
  /** Answers that no download holds. */
  answers: number
  onReplace: () => void
  onKeep: () => void
}

/** Asked before another file takes the place of one whose answers were not downloaded. */
export function ReplaceDialog({ onReplace, ...rest }: Props) {
  return (
    <KeepAnswersDialog
      {...rest}
      title="Open another file?"
      of="of the open file"
      because="Opening another file forgets them."
      keep="Keep this file"
      forget="Open the new one"
      onForget={onReplace}
    />
  )
}
