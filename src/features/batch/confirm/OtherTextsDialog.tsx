import { plural } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface Props {
  open: boolean
  /** Answers that no download holds. */
  answers: number
  onRead: () => void
  onKeep: () => void
}

/** Asked before other texts are read than those whose answers were not downloaded. */
export function OtherTextsDialog({ open, answers, onRead, onKeep }: Props) {
  const actions = (
    <>
      <Button variant="primary" onClick={onKeep}>
        Keep these answers
      </Button>
      <Button onClick={onRead}>Forget them and read the other column</Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onKeep} title="Read another column?" actions={actions}>
      <p>{`${plural(answers, 'row')} ${answers === 1 ? 'is' : 'are'} classified and not downloaded yet. Reading other texts forgets them.`}</p>
    </Dialog>
  )
}
