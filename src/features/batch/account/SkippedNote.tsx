import { formatCount, plural } from '../../../lib/format.ts'
import type { OpenTable } from '../../../table/protocol.ts'
import { Button } from '../../../ui/Button.tsx'
import { Note } from '../../../ui/Note.tsx'
import styles from './SkippedNote.module.css'

/** More lines than this are counted, not listed. */
const LISTED = 50

interface Props extends Pick<OpenTable, 'skipped'> {
  /** How many pieces there are; `skipped` may be the first of them. */
  count: number
  onSave: () => void
}

/** What could not be read as rows, with its lines, to be saved as it is: nothing of a file is dropped in silence. */
export function SkippedNote({ skipped, count, onSave }: Props) {
  if (count === 0) return null
  return (
    <div className={styles['skipped']}>
      <Note>
        <details>
          <summary>{`${plural(count, 'piece')} of the file could not be read as rows. Everything else was.`}</summary>
          <ul className={styles['list']}>
            {skipped.slice(0, LISTED).map(({ file, line, reason }, index) => (
              <li key={index}>{`${file}, line ${formatCount(line)}: ${reason}`}</li>
            ))}
          </ul>
          {count > LISTED && <p>{`… and ${plural(count - LISTED, 'more piece')}.`}</p>}
        </details>
        <Button variant="quiet" onClick={onSave}>
          Download what could not be read
        </Button>
      </Note>
    </div>
  )
}
