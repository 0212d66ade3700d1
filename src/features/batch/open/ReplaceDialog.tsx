import { plural } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface Props {
  open: boolean
  /** Answers that no download holds. */
  answers: number
  onReplace: () => void
  onKeep: () => void
}

/** Asked before another file takes the place of one whose answers were not downloaded. */
export function ReplaceDialog({ open, answers, onReplace, onKeep }: Props) {
  const actions = (
    <>
      <Button variant="primary" onClick={onKeep}>
        Keep this file
      </Button>
      <Button onClick={onReplace}>Open the new one</Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onKeep} title="Open another file?" actions={actions}>
      <p>{`${plural(answers, 'row')} of the open file ${answers === 1 ? 'is' : 'are'} classified and not downloaded yet. Opening another file forgets them.`}</p>
    </Dialog>
  )
}
