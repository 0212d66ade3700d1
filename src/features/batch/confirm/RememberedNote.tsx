import { Button } from '../../../ui/Button.tsx'
import { Note } from '../../../ui/Note.tsx'
import type { OpenFile } from '../../../workbench/state/fileState.ts'

interface Props {
  remembered: NonNullable<OpenFile['remembered']>
  onForget: () => void
}

/** What was chosen for files of this shape is kept, and can be forgotten. */
export function RememberedNote({ remembered, onForget }: Props) {
  return (
    <Note>
      {remembered === 'earlier'
        ? 'Read as you chose for an earlier file with these columns. '
        : 'The next file with these columns will be read as you chose; this browser keeps it. '}
      <Button variant="quiet" onClick={onForget}>
        Forget
      </Button>
    </Note>
  )
}
