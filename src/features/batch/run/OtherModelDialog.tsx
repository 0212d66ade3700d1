import type { Model } from '../../../inference/model.ts'
import { plural } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
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
export function OtherModelDialog({ open, model, answers, onForget, onKeep }: Props) {
  const other = useOtherModel(model)
  const actions = (
    <>
      <Button variant="primary" onClick={onKeep}>
        Keep these answers
      </Button>
      <Button onClick={onForget}>Forget them and classify</Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onKeep} title="Classify again with another model?" actions={actions}>
      <p>{`${plural(answers, 'row')} ${answers === 1 ? 'is' : 'are'} classified by ${other?.name ?? 'another model'} and not downloaded yet. Answers of two models are never mixed, so classifying again forgets them.`}</p>
    </Dialog>
  )
}
