import { plural } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface Props {
  open: boolean
  title: string
  /** Answers that no download holds. */
  answers: number
  /** Whose rows they are, after the count: `of the open file`. */
  of?: string
  /** Whose answers they are: `by Undertone 7`. */
  by?: string
  /** Why going on forgets them, in a sentence. */
  because: string
  keep: string
  forget: string
  onKeep: () => void
  onForget: () => void
}

/** Asked before answers that no download holds are forgotten. Whatever closes it but `forget` keeps them. */
export function KeepAnswersDialog({ open, title, because, keep, forget, onKeep, onForget, ...at }: Props) {
  const actions = (
    <>
      <Button variant="primary" onClick={onKeep}>
        {keep}
      </Button>
      <Button onClick={onForget}>{forget}</Button>
    </>
  )
  return (
    <Dialog open={open} onClose={onKeep} title={title} actions={actions}>
      <p>{`${atRisk(at)} ${because}`}</p>
    </Dialog>
  )
}

function atRisk({ answers, of, by }: Pick<Props, 'answers' | 'of' | 'by'>): string {
  const are = answers === 1 ? 'is' : 'are'
  const words = [plural(answers, 'row'), of, are, 'classified', by, 'and not downloaded yet.']
  return words.filter((word) => word !== undefined).join(' ')
}
