import { Button } from '../../ui/Button.tsx'
import { Note } from '../../ui/Note.tsx'

interface Props {
  /** True when choices of an earlier visit were taken, false when they were made now. */
  recalled: boolean
  onForget: () => void
}

/** What was chosen for files of this shape is kept, and can be forgotten. */
export function RememberedNote({ recalled, onForget }: Props) {
  return (
    <Note>
      {recalled
        ? 'Read as you chose for an earlier file with these columns. '
        : 'The next file with these columns will be read as you chose; this browser keeps it. '}
      <Button variant="quiet" onClick={onForget}>
        Forget
      </Button>
    </Note>
  )
}
